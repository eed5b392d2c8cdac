"""The papers of the open register, through the same door as the command line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.issuing import reprints
from models.registers import register as known
from models.registers.issued import IssuedPaper
from models.roles import Right
from models.store.query import Listing, Reader
from models.store.session import may
from ui.desk.issue_book import reprints_words
from ui.desk.stored_settings import StoredSettings
from ui.source import Option, PaperFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from models.record import Record
    from printing.catalogue import Document, Sheet
    from printing.records.wanted import Wanted
    from ui.source import PaperWish, Query, Settings
    from ui.source.papers import Tell

CERTIFICATE, CHANGES = "certificate", "changes"
"""The document that counts its further prints; the place of the history, which is no register."""
MOST_RECORDS = 200
"""Records a paper made of one is printed for at once; more is a slip of the hand."""
MOST_CHOICES = 50
_TABLE_OF_ONE = "account-group-outline"
_ICONS = {
    "list": "format-list-numbered",
    "record": "file-document-outline",
    "summary": "chart-box-outline",
}


class OfficePapers:
    """Makes papers; the printing side is loaded when the first one is asked for."""

    def __init__(self, listing_of: Callable[[str, Query], Listing]) -> None:
        self._listing_of = listing_of
        self._certificates: dict[PaperWish, tuple[int, ...]] = {}
        self.offsets: Settings = StoredSettings("machine.")  # the office's, not one user's

    def papers(self, register: str) -> Sequence[PaperFacts]:
        """Return the papers of a register: its list first, then the forms by number."""
        from printing.catalogue import all_documents

        if register == CHANGES and not may(Right.JOURNAL):
            return ()
        hidden = "" if may(Right.ISSUE) else CERTIFICATE
        own = [one for one in all_documents() if one.register == register and one.id != hidden]
        return [_facts(one) for one in sorted(own, key=lambda one: bool(one.form))]

    def pdf(self, wish: PaperWish, tell: Tell) -> bytes:
        """Return the pages of a paper."""
        from printing.catalogue import render_all

        tell(0, 0, "Đang lấy số liệu…")
        return render_all(self._sheets(wish), progress=tell)

    def word(self, wish: PaperWish) -> bytes:
        """Return a paper of running text about one record as a .docx file."""
        from printing.catalogue import render_word
        from printing.content import Letter

        sheets = self._sheets(wish)
        only = sheets[0]
        if not isinstance(only, Letter):
            raise UserError("Giấy này là bảng kẻ sẵn, chỉ lưu được thành PDF.")
        if len(sheets) > 1:
            raise UserError(f"Một tệp Word chỉ chứa một bản, đang chọn {len(sheets)}. Lưu PDF.")
        return render_word(only)

    def leaving(self, wish: PaperWish, where: str) -> None:
        """Tell in the history that a paper goes to a printer or into a file."""
        from printing.catalogue import document
        from printing.records.leaving import tell_leaving

        wanted = document(wish.document)
        tell_leaving(wanted, self._wanted(wanted, wish), where)

    def sent(self, wish: PaperWish, pages: Collection[int]) -> str:
        """Count certificates as printed again, those on the pages of the sheets last made."""
        from printing.records.wanted import load

        keys = self._certificates.get(wish, ())
        papers = load(IssuedPaper, [keys[page] for page in sorted(pages) if page < len(keys)])
        return reprints_words(reprints.note(papers)) if papers else ""

    def choices(self, register: str, words: str, query: Query) -> Sequence[Option]:
        """Return records to print: those found by words, or the first ones of the list."""
        of = known(register)
        listing = Listing(of, words) if words.strip() else self._listing_of(register, query)
        columns = [column.field for column in of.columns if column.share > 0][:3]
        return [
            Option(key, title, " · ".join(filter(None, rest)))
            for key, title, *rest in Reader(listing).rows(columns, 0, MOST_CHOICES)
        ]

    def calibration(self, printer: str, width: float, height: float) -> bytes:
        """Return the sheet of a size in millimetres that shows how far a printer misses."""
        from printing.calibration import calibration_paper, calibration_sheet

        return calibration_sheet(printer, calibration_paper(width, height))

    def _sheets(self, wish: PaperWish) -> list[Sheet]:
        from printing.catalogue import document
        from printing.records.build import build_all, records_printed

        wanted = document(wish.document)
        given = self._wanted(wanted, wish)
        if wanted.id == CERTIFICATE and not wish.blank:
            found = records_printed(wanted, given)
            self._certificates[wish] = tuple(paper.id for paper in found)
            given = replace(given, records=tuple(found))
        return build_all(wanted, given)

    def _wanted(self, document: Document[Any], wish: PaperWish) -> Wanted:
        from printing.catalogue import Needs
        from printing.records.wanted import Wanted, load

        if document.register == CHANGES:
            return Wanted(as_of=wish.as_of, blank=wish.blank)
        of = known(document.register)
        listing = self._listing_of(of.name, wish.query)
        records: Sequence[Record] = load(of.model, wish.identities)
        if wish.identities and not records:
            raise UserError(f"Không còn {of.model.NOUN} nào để in.")
        if document.needs is Needs.RECORD and not records and not wish.blank:
            listing = _one_by_one(listing)
        return Wanted(listing, tuple(records), wish.as_of, wish.blank)


def _one_by_one(listing: Listing) -> Listing:
    """Return a list with its records named, when it is short enough to print them one by one."""
    ids = Reader(listing).ids(0, MOST_RECORDS + 1)
    if len(ids) > MOST_RECORDS:
        noun = listing.register.model.NOUN
        raise UserError(f"Mỗi lần in nhiều nhất {MOST_RECORDS} {noun}. Lọc bớt danh sách rồi in.")
    return listing.named(tuple(ids))


def _facts(document: Document[Any]) -> PaperFacts:
    single = document.needs == "record"
    return PaperFacts(
        document.id,
        document.title,
        _TABLE_OF_ONE if single and not document.word else _ICONS[document.needs],
        document.paper,
        known(document.register).model.NOUN if single else "",
        document.dated,
        document.word,
        document.id == CERTIFICATE,
    )
