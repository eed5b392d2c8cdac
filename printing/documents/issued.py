"""F32 and F33: the certificate itself, and the book of the certificates of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from printing.blocks import place_and_date
from printing.certificate.designs import shipped
from printing.certificate.sheets import CertificatePage, Sheet
from printing.certificate.values import SAMPLE
from printing.columns import PrintColumn
from printing.documents.office import GAP, OfficeData
from printing.listing import ListPage

BOOK: Final = "Giấy chứng nhận"
COLUMNS: Final = (
    PrintColumn("Số vào sổ", 1.05, "centre"),
    PrintColumn("Họ và tên", 2.1),
    PrintColumn("Ngày sinh", 1.25, "centre"),
    PrintColumn("Đơn vị", 2.2),
    PrintColumn("Lớp", 3.6),
    PrintColumn("Số hiệu", 0.8, "centre"),
    PrintColumn("Kết quả", 0.9, "centre"),
    PrintColumn("Ngày cấp", 1.25, "centre"),
    PrintColumn("Người ký", 2),
    PrintColumn("Ký nhận", 1.8),
    PrintColumn("Cấp lại, hủy", 1.5),
)


@dataclass(frozen=True)
class BookData:
    """The numbers of one book and year, as ready cells in the order of the columns."""

    office: OfficeData = field(default_factory=OfficeData)
    book: str = BOOK
    year: int | None = None
    day: date | None = None
    rows: Sequence[Sequence[str]] = ()
    standing: int = 0
    void: int = 0
    filter_words: str = ""


def issue_book(data: BookData) -> ListPage:
    """F33: every number with room for the receiver's signature; void ones keep their line."""
    count = f"Sổ này có {len(data.rows)} số: {data.standing} giấy đã cấp, {data.void} số hủy./."
    return ListPage(
        data.office.head(day=data.day),
        f"SỔ CẤP {data.book.upper()} NĂM {data.year or GAP}",
        COLUMNS,
        data.rows,
        data.office.list_signatures(),
        filter_words=data.filter_words,
        count_line=count if data.rows else "",
        numbered=False,
    )


@dataclass(frozen=True)
class CertificateData:
    """The certificates to draw; without any an empty one to be filled in by hand."""

    office: OfficeData = field(default_factory=OfficeData)
    pages: tuple[CertificatePage, ...] = ()


def certificate(data: CertificateData) -> CertificatePage:
    """F32: one issued paper as it was issued."""
    if data.pages:
        return data.pages[0]
    blank = next(one for one in shipped() if one.book == BOOK)
    dotted = dict.fromkeys(SAMPLE, GAP)
    titles = {
        "issuer": f"TRƯỞNG {data.office.agency_line}",
        "lead": "Chứng nhận ông (bà)",
        "place_date": place_and_date(data.office.place, None),
        "office": data.office.signer.office,
        "result": "",
        "decision": "",
    }
    return CertificatePage(blank, (Sheet(dotted | titles),))
