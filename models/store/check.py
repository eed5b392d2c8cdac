"""Looking over the whole register: file, references, history, derived fields and search index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.issuing.numbers import missing_numbers
from models.record import column
from models.registers import RECORDS
from models.registers.issued import IssuedCopy, IssuedPaper, PrintRun
from models.registers.office import Office, Signer
from models.registers.users import User
from models.store.contents import damaged
from models.store.database import database
from models.store.history import broken_links, unlike_history
from models.store.keys import out_of_date
from models.store.search import trigram_table
from models.store.tables import Content, HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.record import Record


def findings(progress: Callable[[int, int, str], None] | None = None) -> list[str]:
    """Return a Vietnamese sentence for everything that is not as it must be; nothing is changed.

    Where the file itself is damaged, what it holds is not looked at.

    Args:
        progress: called with done, total and what is looked at; may raise Cancelled.
    """
    parts = (
        ("tệp", _damaged_pages),
        ("cấu trúc tệp", _structure),
        ("liên kết", _dangling),
        ("nhật ký", broken_links),
        ("nhật ký từng bản ghi", _without_history),
        ("sổ cấp giấy", _issue_book),
        ("tìm kiếm", _search),
    )
    found: list[str] = []
    for done, (name, look) in enumerate(parts):
        if progress:
            progress(done, len(parts), name)
        found.extend(look())
        if found and look in (_damaged_pages, _structure, _dangling):
            break
    return found


def _damaged_pages() -> Iterator[str]:
    """Every page's own seal; the log is emptied into the file first, it is not looked at."""
    if not database.pragma("query_only"):
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for (line,) in database.execute_sql("PRAGMA cipher_integrity_check").fetchall():
        yield f"Tệp sổ hỏng: {line}."


def _structure() -> Iterator[str]:
    for (line,) in database.execute_sql("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield f"Cấu trúc tệp sổ hỏng: {line}."


def _dangling() -> Iterator[str]:
    for table, key, parent, _ in database.execute_sql("PRAGMA foreign_key_check").fetchall():
        yield f"Liên kết hỏng: {table} số {key} trỏ tới {parent} không có."


def _without_history() -> Iterator[str]:
    """A record that no change ever added came in beside the program, or its history was removed."""
    models: tuple[type[Record], ...] = (*RECORDS, Office, Signer, User)
    entries = HistoryEntry._meta.table_name
    for model in models:
        table = model._meta.table_name
        told = f'SELECT 1 FROM "{entries}" WHERE "table" = ? AND record = one.id AND uid = one.uid'
        sql = f'SELECT count(*) FROM "{table}" AS one WHERE NOT EXISTS ({told})'
        count = database.execute_sql(sql, (table,)).fetchone()[0]
        if count:
            yield f"Nhật ký: {count} {model.NOUN} không có dòng nào trong nhật ký."


def _issue_book() -> Iterator[str]:
    """Numbers without a gap, kept pages whole, and every entry as the history says it was made."""
    yield from missing_numbers()
    lost = set(damaged())
    kept = set(column(Content.select(Content.hash)))
    for run in PrintRun.select().where(PrintRun.id.in_(IssuedCopy.select(IssuedCopy.run))):
        if run.pdf_hash in lost or run.pdf_hash not in kept:
            yield f"Sổ cấp giấy: bản PDF của {run.name} không còn nguyên."
    for model in (PrintRun, IssuedPaper, IssuedCopy):
        for title in unlike_history(model):
            yield f"Sổ cấp giấy: {model.NOUN} {title} khác với nhật ký."


def _search() -> Iterator[str]:
    for model in RECORDS:
        stale = out_of_date(model)
        if stale:
            yield f"Tìm kiếm: {stale} {model.NOUN} có chữ tìm hoặc số đếm cũ."
        if model.FULL_TEXT:
            yield from _trigrams(model)


def _trigrams(model: type[Record]) -> Iterator[str]:
    index = trigram_table(model)
    live = model.select().where(model.trashed_at.is_null()).count()
    indexed = database.execute_sql(f'SELECT count(*) FROM "{index}"').fetchone()[0]
    if live != indexed:
        yield f"Tìm kiếm: chỉ mục {model.NOUN} có {indexed}, sổ có {live}."
