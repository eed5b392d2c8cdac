"""Fills F32 and F33 from the issue book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.issuing.reprints import refuse_unissued
from models.registers.issued import ISSUED, ISSUED_PAPERS, RESERVED, VOID, IssuedPaper
from models.roles import Right
from models.store.session import require
from printing.certificate.issue import sheets_again
from printing.documents.issued import BOOK, BookData, CertificateData
from printing.records.office import office_on
from printing.records.words import filter_words, listed

if TYPE_CHECKING:
    from printing.records.wanted import Wanted


def issue_book_data(wanted: Wanted) -> BookData:
    """Return F33: of one book and year, the last there is unless the list is filtered to others."""
    found: list[IssuedPaper] = [
        paper for paper in wanted.records_of(ISSUED_PAPERS) if paper.state != RESERVED
    ]
    found.sort(key=lambda paper: (paper.year or 0, paper.book == BOOK, paper.number or 0))
    year, book = (found[-1].year, found[-1].book) if found else (wanted.day.year, BOOK)
    rows = [paper for paper in found if (paper.year, paper.book) == (year, book)]
    return BookData(
        office_on(wanted.day),
        book=book,
        year=year,
        day=wanted.day,
        rows=[_cells(paper) for paper in rows],
        standing=sum(paper.state == ISSUED for paper in rows),
        void=sum(paper.state == VOID for paper in rows),
        filter_words=filter_words(wanted.listing_of(ISSUED_PAPERS)),
    )


def _cells(paper: IssuedPaper) -> tuple[str, ...]:
    return (
        paper.label,
        paper.receiver,
        paper.birth,
        paper.unit,
        paper.subject,
        paper.serial,
        paper.result,
        f"{paper.issued_on:%d/%m/%Y}" if paper.issued_on else "",
        paper.signer,
        _handed(paper),
        _after(paper),
    )


def _handed(paper: IssuedPaper) -> str:
    """Tell who took a paper; an empty cell is signed by hand."""
    if paper.handed_on is None:
        return ""
    by_other = paper.handed_to if paper.handed_to != paper.receiver else ""
    return f"{by_other} {paper.handed_on:%d/%m/%Y}".strip()


def _after(paper: IssuedPaper) -> str:
    """Tell what became of a number: void and why, given in place of another, printed again."""
    old = paper.reissue_of
    return listed(
        (
            f"Hủy: {paper.void_reason}" if paper.state == VOID else "",
            f"Cấp lại của số {old.label}" if old is not None else "",
            f"In lại {paper.reprints} lần" if paper.reprints else "",
        )
    )


def certificate_data(paper: IssuedPaper, wanted: Wanted) -> CertificateData:
    """Return F32: one paper as it was drawn, marked as a further print.

    Raises:
        AccessError: who works now issues no papers.
        UserError: its number is held only, or void.
    """
    require(Right.ISSUE)
    refuse_unissued(paper)
    return CertificateData(office_on(wanted.day), tuple(sheets_again([paper])))
