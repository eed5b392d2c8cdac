"""Commands about paper: documents, print."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.registers import register
from models.registers.same_people import uid_now
from models.store.folder import replace_file
from models.store.world import world
from models.text import fold, shorten
from models.values.partial_date import parse_day
from ui.commands.access import register_of
from ui.commands.answer import Exit, complain, give, tell
from ui.commands.lists import add_narrowing, listing_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from datetime import date

    from models.record import Record
    from printing.catalogue import Document, Sheet
    from printing.records.wanted import Wanted

PDF, WORD = ".pdf", ".docx"
NEAR = 4
"""Documents named when an unknown one is asked for."""
PAGE_COUNT = re.compile(rb"/Count (\d+)")


def add_to(commands: Any, common: ArgumentParser) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands of this room."""
    papers = commands.add_parser("documents", parents=[common], help="mọi giấy tờ in được")
    papers.set_defaults(act=tell_documents)
    out = commands.add_parser("print", parents=[common], help="in một giấy tờ ra PDF hoặc Word")
    out.add_argument("document", metavar="DOCUMENT", help="mã hoặc số mẫu, ví dụ F03")
    out.add_argument("file", type=Path, metavar="OUT.pdf")
    out.add_argument("--uid", action="append", default=[], metavar="UID", help="bản ghi cần in")
    add_narrowing(out)
    out.add_argument("--blank", action="store_true", help="mẫu trống để điền tay")
    out.add_argument("--as-of", metavar="DATE", help="số liệu đến ngày, dd/mm/yyyy")
    out.add_argument("--since", metavar="DATE", help="nhật ký từ ngày, dd/mm/yyyy")
    out.set_defaults(act=print_out)


def tell_documents(wanted: Namespace) -> int:
    """List every printable document."""
    from printing.catalogue import all_documents

    facts = [_facts(document) for document in all_documents()]
    if wanted.json:
        give({"documents": facts})
        return Exit.DONE
    tell("Mã\tSố mẫu\tTên\tSổ\tIn từ\tKhổ giấy")
    for fact in facts:
        tell(
            "\t".join(fact[name] for name in ("id", "form", "title", "register", "needs", "paper"))
        )
    tell(f"Có {len(facts)} loại giấy tờ.")
    return Exit.DONE


def _facts(document: Document[Any]) -> dict[str, Any]:
    return {
        "id": document.id,
        "form": document.form,
        "title": document.title,
        "register": document.register,
        "needs": str(document.needs),
        "paper": document.paper,
        "word": document.word,
    }


def print_out(wanted: Namespace) -> int:
    """Print one document, of one record, several or a list."""
    from printing.records.leaving import tell_leaving

    document = find_document(wanted.document)
    ending = wanted.file.suffix.lower()
    if ending not in (PDF, WORD):
        raise UserError(f"Tệp in cần đuôi .pdf hoặc .docx, đang là “{wanted.file.name}”.", "file")
    day = parse_day(wanted.as_of, today=clock.today()) if wanted.as_of else None
    if wanted.blank and (wanted.uid or wanted.where or wanted.search):
        raise UserError("Mẫu trống không lấy bản ghi nào. Bỏ --blank, hoặc bỏ --uid và --where.")
    with register_of(wanted, read_only=True):
        document, choice = _chosen(document, wanted, day)
        sheets, records = _sheets(document, choice)
        content = _word(document, sheets) if ending == WORD else _pdf(sheets)
        tell_leaving(document, choice, f"ra {wanted.file.name}")
        with world("ghi tệp in"):
            replace_file(wanted.file, content)
    found = PAGE_COUNT.search(content) if ending == PDF else None
    pages = int(found[1]) if found else None
    _answer(wanted, document, pages, records)
    return Exit.DONE


def find_document(key: str) -> Document[Any]:
    """Return the document of an id or form number, in any case.

    Raises:
        UserError: there is none; those with a near name are told.
    """
    from printing.catalogue import all_documents, document

    try:
        return document(key)
    except KeyError:
        pass
    names = {entry.id: entry for entry in all_documents()}
    names |= {entry.form.lower(): entry for entry in reversed(all_documents()) if entry.form}
    names |= {fold(entry.title): entry for entry in all_documents()}
    wanted = fold(key)
    near = get_close_matches(wanted, names, n=NEAR, cutoff=0.5)
    near += [title for title in names if wanted and wanted in title and title not in near]
    told = dict.fromkeys(f"{names[name].id} ({names[name].title})" for name in near[:NEAR])
    hint = f"Gần giống: {', '.join(told)}." if told else "Xem mọi giấy tờ bằng lệnh documents."
    raise UserError(f"Không có giấy tờ “{shorten(key)}”. {hint}", "document", key)


def _chosen(
    document: Document[Any], wanted: Namespace, day: date | None
) -> tuple[Document[Any], Wanted]:
    """Return what is wanted; a form of two kinds of record goes by the kind of the first --uid."""
    from printing.documents.journal import JOURNAL
    from printing.records.wanted import Wanted

    if document.register == JOURNAL.register:
        return document, _of_days(wanted, day)
    if wanted.since:
        raise UserError("Chỉ nhật ký in từ một ngày. Bỏ --since.", "since")
    uids = list(dict.fromkeys(wanted.uid))
    for same in _same_form(document):
        found = (_record(same, uid) for uid in uids)
        records = tuple(record for record in found if record is not None)
        if len(records) == len(uids):
            listing = listing_of(wanted, register(same.register))
            return same, Wanted(listing, records, day, wanted.blank)
    lost = next(uid for uid in uids if _record(document, uid) is None)
    noun = register(document.register).model.NOUN
    raise UserError(f"Không có {noun} mang mã “{shorten(lost)}”. Mã có trong list --json.", "uid")


def _of_days(wanted: Namespace, day: date | None) -> Wanted:
    """Return which days of the journal are wanted; it is made of no records."""
    from printing.records.wanted import Wanted

    if wanted.uid or wanted.where or wanted.search:
        raise UserError("Nhật ký in theo khoảng ngày: dùng --since và --as-of.", "where")
    since = parse_day(wanted.since, today=clock.today()) if wanted.since else None
    return Wanted(as_of=day, blank=wanted.blank, since=since)


def _same_form(document: Document[Any]) -> list[Document[Any]]:
    """Return the document and those under the same form number for other kinds of record."""
    from printing.catalogue import all_documents

    same = [other for other in all_documents() if other.form and other.form == document.form]
    return [document, *(other for other in same if other.id != document.id)]


def _record(document: Document[Any], uid: str) -> Record | None:
    model = register(document.register).model
    live = (model.uid == uid_now(model, uid.strip())) & model.trashed_at.is_null()
    return model.get_or_none(live)


def _sheets(document: Document[Any], choice: Wanted) -> tuple[list[Sheet], int | None]:
    """Return the sheets, and how many records stand on them; a summary has none of its own."""
    from printing.catalogue import Needs
    from printing.columns import Band
    from printing.records.build import build_all

    of_one = document.needs is Needs.RECORD
    if of_one and not choice.blank and not choice.narrowed:
        noun = register(document.register).model.NOUN
        raise UserError(
            f"“{document.title}” in cho từng {noun}. Thêm --uid MÃ hoặc --where CỘT=GIÁ TRỊ; "
            "mẫu trống thì thêm --blank.",
            "uid",
        )
    sheets = build_all(document, choice)
    if choice.blank:
        return sheets, 0
    if of_one:
        return sheets, len(sheets)
    if document.drawn and choice.as_of not in (None, clock.today()):
        complain("Danh sách của sổ lấy số liệu hôm nay, không tính lùi về ngày trước.")
    if document.needs is Needs.SUMMARY:
        return sheets, None
    return sheets, sum(not isinstance(row, Band) for sheet in sheets for row in _rows(sheet))


def _rows(sheet: Sheet) -> Sequence[object]:
    from printing.listing import ListPage

    return sheet.rows if isinstance(sheet, ListPage) else ()


def _pdf(sheets: list[Sheet]) -> bytes:
    from printing.catalogue import render_all

    return render_all(sheets)


def _word(document: Document[Any], sheets: list[Sheet]) -> bytes:
    from printing.catalogue import render_word
    from printing.content import Letter

    only = sheets[0]
    if not isinstance(only, Letter):
        raise UserError(f"“{document.title}” là danh sách kẻ sẵn, chỉ in ra .pdf.", "file")
    if len(sheets) > 1:
        raise UserError(f"Một tệp Word chỉ chứa một bản, đang chọn {len(sheets)}. In ra .pdf.")
    return render_word(only)


def _answer(
    wanted: Namespace, document: Document[Any], pages: int | None, records: int | None
) -> None:
    file = str(wanted.file)
    if wanted.json:
        give({"document": document.id, "file": file, "pages": pages, "records": records})
        return
    of = f", {records} {register(document.register).model.NOUN}" if records else ""
    tell(
        f"Đã in {document.title[0].lower()}{document.title[1:]} ra {file}"
        f"{f': {pages} trang' if pages else ''}{of}."
    )
