"""Erasing what was deleted, for good: its rows, its words in the history, its drafts, its index.

The history keeps every row with its link, and tells which were emptied by which act
(`models.store.erasures`). Numbered papers are never erased, nor the words printed on them: the
issue book is a record by itself, and a paper only forgets whose file it belonged to. What clerks
wrote about them into notes of other records stays theirs to change. Copies made before still hold
what is erased here, until they are thrown away themselves.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from models.clock import today
from models.errors import UserError
from models.facts import Link
from models.record import Record, parts
from models.registers import RECORDS, register_of
from models.registers.issued import IssuedPaper
from models.registers.people import Person
from models.registers.same_people import heir
from models.roles import Right
from models.store import erased_mentions, retention, sweeping
from models.store.change import change
from models.store.clock_check import refuse_wrong_clock
from models.store.database import database
from models.store.emptying import Emptying
from models.store.erased_names import ErasedNames
from models.store.erasing_scope import refer_to, whole
from models.store.erasures import ERASE, NAMED, WORDS
from models.store.history import CHUNK, Entry
from models.store.search import trigram_table
from models.store.session import require
from models.store.tables import Draft
from models.store.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

R = TypeVar("R", bound=Record)
NAMES = 3
"""So many of those that refer to a record are named."""


@dataclass(frozen=True, slots=True)
class Erasing:
    """What goes when some records are erased.

    Attributes:
        chosen: the records.
        along: what cannot be without them, and people who were merged into them.
        papers: numbers of the issue book that stay and name no file any more.
        swept: once erased, whether the file's gaps and log are free of it too
            (`models.store.sweeping`).
    """

    chosen: tuple[Record, ...]
    along: tuple[Record, ...]
    papers: tuple[IssuedPaper, ...]
    swept: bool = False

    @property
    def records(self) -> tuple[Record, ...]:
        """All that goes."""
        return (*self.chosen, *self.along)


def plan(records: Sequence[Record]) -> Erasing:
    """Say what would go along with some records; nothing is changed.

    Raises:
        AccessError: who works now may not erase.
        UserError: one is not in the trash, not yet long enough, or others refer to it.
        WorldError: the file cannot be read.
    """
    require(Right.ERASE)
    if not records:
        raise UserError("Chưa chọn mục nào để xóa hẳn.")
    with world("xem mục đã xóa"):
        for record in records:
            _refuse_early(record)
        everything = whole(records)
        papers: list[IssuedPaper] = []
        for record, other in refer_to(everything):
            if not isinstance(other, IssuedPaper):
                raise UserError(_referred(everything, record))
            papers.append(other)
    mine = {(type(one), one.id) for one in records}
    along = [one for one in everything if (type(one), one.id) not in mine]
    return Erasing(tuple(records), tuple(along), tuple(papers))


def due(model: type[R]) -> list[R]:
    """Return the deleted records of a kind that were kept long enough; merged people apart."""
    deleted = model.select().where(model.trashed_at.is_null(False)).order_by(model.id)
    old = [one for one in deleted if not one.BOOKED and retention.may_go_on(one) <= today()]
    return [one for one in old if not isinstance(one, Person) or heir(one.id) == one.id]


def erase(
    records: Sequence[Record], why: str, tell: Callable[[int, int, str], None] | None = None
) -> Erasing:
    """Erase deleted records for good, as one act of the history that nobody takes back.

    Args:
        records: in the trash.
        why: stands in the history; no name belongs there.
        tell: called with done, total and what is done; may raise Cancelled until it is written.

    Raises:
        AccessError: who works now may not erase.
        UserError: as `plan` says, or no reason was given, or one with a name that is to go, or the
            clock stands wrong.
        WorldError: the disk failed; nothing was erased.
    """
    require(Right.ERASE)
    going = plan(records)
    if not why.strip():
        raise UserError("Chưa ghi lý do xóa hẳn.", "why")
    many = len(going.records)
    with _overwriting(), change(f"Xóa hẳn {many} mục: {why.strip()}", kind="event") as work:
        refuse_wrong_clock()
        for paper in going.papers:
            work.set_values(IssuedPaper.get_by_id(paper.id), {"person": None})
        if tell:
            tell(0, many, "Xóa trong nhật ký")
        emptying = Emptying(going.records)
        _refuse_names(why, emptying.people)
        emptying.run()
        erased_mentions.forget(emptying, going.records)
        left = emptying.left()
        for record in going.records:
            table = type(record)._meta.table_name
            named: dict[str, tuple[Any, Any]] = {NAMED: (None, left[table, record.id])}
            work.entries.append(Entry(table, record.id, record.uid, ERASE, WORDS, named))
        if tell:
            tell(0, many, "Xóa trong sổ")
        _delete(going.records)
        sweeping.owe()
    return replace(going, swept=sweeping.sweep())


def _refuse_early(record: Record) -> None:
    if record.BOOKED:
        raise UserError(f"Số {record.title} thuộc Sổ cấp giấy, không xóa hẳn được.")
    if record.trashed_at is None:
        raise UserError(f"{record.title} chưa xóa. Xóa trước, rồi xóa hẳn trong Thùng rác.")
    day = retention.may_go_on(record)
    if today() < day:
        raise UserError(
            f"{record.title} còn phải giữ: đã xóa chưa đủ {retention.years()} năm, "
            f"xóa hẳn được từ {day:%d/%m/%Y}."
        )


def _refuse_names(why: str, names: Collection[str]) -> None:
    if ErasedNames(name for name in names if " " in name).stand_in(why):
        raise UserError("Lý do không được ghi tên người bị xóa: nhật ký giữ lý do mãi.", "why")


def _referred(everything: Sequence[Record], record: Record) -> str:
    """Name what refers to a record that is to go."""
    others = [
        other
        for one, other in refer_to(everything)
        if one is record and not isinstance(other, IssuedPaper)
    ]
    named = [
        f"{one.NOUN} {one.title}" + (" trong Thùng rác" if one.trashed_at else "")
        for one in others[:NAMES]
    ]
    more = f" và {len(others) - NAMES} mục khác" if len(others) > NAMES else ""
    return (
        f"Chưa xóa hẳn được {record.title}: còn {'; '.join(named)}{more} nhắc tới. "
        "Sửa hoặc xóa hẳn những mục ấy trước."
    )


def _delete(records: Sequence[Record]) -> None:
    """Delete rows, those that refer to others first; drafts and search index go along."""
    keys: defaultdict[type[Record], list[int]] = defaultdict(list)
    for record in records:
        keys[type(record)].append(record.id)
    for model in reversed([one for one in RECORDS if one in keys]):
        register = register_of(model)
        own = [fact for fact in model.facts() if isinstance(fact, Link) and fact.rel_model is model]
        for part, link in product(parts(keys[model], CHUNK), own):
            model.update({link: None}).where(model.id.in_(part)).execute()
        for part in parts(keys[model], CHUNK):
            model.delete().where(model.id.in_(part)).execute()
            if register is not None:
                Draft.delete().where(
                    (Draft.form == register.name) & Draft.record.in_(part)
                ).execute()
    for model in RECORDS:
        if model.FULL_TEXT:  # what a row was found by before is only marked as gone until it merges
            index = trigram_table(model)
            database.execute_sql(f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')')


@contextmanager
def _overwriting() -> Iterator[None]:
    """Have the engine write zeros where what it deletes was."""
    database.execute_sql("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        database.execute_sql("PRAGMA secure_delete = OFF")
