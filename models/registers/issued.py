"""The issue book: every numbered paper the office gave out, frozen as it was given.

What a person may read in the book stands on `IssuedPaper`; what is needed to print the very same
sheet again stands on `IssuedCopy` and `PrintRun`. Once issued neither can be changed: the file
itself refuses (`GUARDS`), and the history's chain tells of whoever gets around that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from models.fields import (
    Choice,
    Day,
    Link,
    LongText,
    OfficialNumber,
    ShortText,
    WholeNumber,
    Year,
)
from models.passage import Passage
from models.record import Record
from models.register import Column, Register, Section
from models.registers.people import Person
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BOOKS: Final = ("Giấy chứng nhận", "Giấy khen", "Quyết định", "Tờ trình", "Văn bản", "Thẻ")
"""The books there are; each counts its numbers from 1 every year. Codes of papers hold the place
of a book in this row, so new ones go to its end."""
RESERVED, ISSUED, VOID = "Giữ chỗ", "Đã cấp", "Đã hủy"
STATES: Final = (RESERVED, ISSUED, VOID)
DIGITS: Final = 3


def label_of(number: int, year: int) -> str:
    """Write a number as on paper: 015/2026."""
    return f"{number:0{DIGITS}d}/{year}"


def _differ(names: Iterable[str]) -> str:
    return " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in names)


def _guard(table: str, name: str, event: str, when: str = "") -> str:
    condition = f" WHEN {when}" if when else ""
    return (
        f'CREATE TRIGGER "{table}_{name}" BEFORE {event} ON "{table}"{condition}'
        " BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END"
    )


class PrintRun(Record):
    """Papers printed together: the design they were drawn with, and their pages as one PDF."""

    NOUN: ClassVar[str] = "đợt in"

    name = ShortText("Tên đợt in", required=True)
    template = ShortText("Mẫu giấy", required=True)
    version = WholeNumber("Bản của mẫu", required=True)
    body = LongText("Nội dung mẫu")
    words_only = ShortText("Loại phôi", help_text="Trống: in đủ cả khung")
    pdf_hash = ShortText("Dấu của tệp PDF", required=True)

    class Meta:
        """Table name."""

        table_name = "print_run"

    GUARDS: ClassVar[tuple[str, ...]] = (
        _guard(
            "print_run",
            "frozen",
            "UPDATE",
            _differ(("template", "version", "body", "words_only", "pdf_hash", "trashed_at")),
        ),
        _guard("print_run", "kept", "DELETE"),
    )


class IssuedPaper(Record):
    """One number of a book, and to whom it was given."""

    NOUN: ClassVar[str] = "giấy"
    TITLE: ClassVar[str] = "label"
    BOOKED: ClassVar[bool] = True

    label = ShortText("Số vào sổ", required=True)
    book = Choice(BOOKS, "Sổ", required=True, sorts=True)
    year = Year("Năm", required=True, sorts=True)
    number = WholeNumber("Số", required=True, sorts=True)
    state = Choice(STATES, "Tình trạng", required=True, sorts=True)
    receiver = ShortText("Cấp cho", required=True, sorts=True)
    birth = ShortText("Ngày sinh")
    unit = ShortText("Đơn vị", sorts=True)
    subject = ShortText("Lớp, nội dung", sorts=True)
    result = ShortText("Kết quả")
    serial = OfficialNumber("Số hiệu phôi")
    issued_on = Day("Ngày cấp", required=True, sorts=True)
    signer = ShortText("Người ký")
    person = Link(Person, "Hồ sơ người")
    origin = ShortText("Nguồn")
    printed_on = Day("Ngày in đúng")
    reprints = WholeNumber("Số lần in lại")
    handed_to = ShortText("Người nhận")
    handed_on = Day("Ngày nhận", sorts=True)
    void_reason = ShortText("Lý do hủy")
    voided_on = Day("Ngày hủy")
    reissue_of: Link[IssuedPaper | None] = Link("self", "Cấp lại từ")

    class Meta:
        """Table name."""

        table_name = "issued_paper"

    @classmethod
    def key_of_title(cls, text: str) -> str:
        """Order by year, then number."""
        number, _slash, year = text.strip().partition("/")
        return super().key_of_title(f"{year} {number}")

    def refuses_trash(self) -> str:
        """Keep the book without gaps: only its last reserved number may be given back."""
        if self.state != RESERVED:
            return f"Số {self.label} đã vào sổ, không xóa được. Hủy số và ghi lý do."
        later = IssuedPaper.select().where(
            IssuedPaper.book == self.book,
            IssuedPaper.year == self.year,
            IssuedPaper.number > self.number,
            IssuedPaper.trashed_at.is_null(),
        )
        if later.exists():
            return f"Sau số {self.label} đã có số khác. Hủy số và ghi lý do."
        return ""


def papers_given(person: Person) -> Iterator[Passage]:
    """Tell which papers a person was given; voided ones say so."""
    mine = (IssuedPaper.person == person.id) & (IssuedPaper.state != RESERVED)
    for paper in IssuedPaper.select().where(mine & IssuedPaper.trashed_at.is_null()):
        what = f": {paper.subject}" if paper.subject else ""
        void = ", đã hủy" if paper.state == VOID else ""
        when = PartialDate.from_date(paper.issued_on) if paper.issued_on else None
        yield Passage(when, f"Được cấp giấy số {paper.label}{what}{void}", paper)


FROZEN: Final = (
    "label", "book", "year", "number", "receiver", "birth", "unit", "subject", "result",
    "serial", "issued_on", "signer", "origin", "reissue_of_id", "trashed_at",
)  # fmt: skip
"""Columns that do not change once a paper left the state of being reserved."""

IssuedPaper.GUARDS = (
    'CREATE UNIQUE INDEX "issued_paper_numbers" ON "issued_paper" ("book", "year", "number")'
    " WHERE trashed_at IS NULL",
    _guard(
        "issued_paper", "frozen", "UPDATE", f"old.\"state\" <> '{RESERVED}' AND ({_differ(FROZEN)})"
    ),
    _guard(
        "issued_paper",
        "onward",
        'UPDATE OF "state"',
        f"old.\"state\" = '{VOID}' AND new.\"state\" <> '{VOID}'"
        f" OR old.\"state\" = '{ISSUED}' AND new.\"state\" = '{RESERVED}'",
    ),
    _guard(
        "issued_paper",
        "gone",
        'UPDATE OF "trashed_at"',
        "old.trashed_at IS NOT NULL AND new.trashed_at IS NULL",
    ),
    _guard("issued_paper", "kept", "DELETE"),
)


class IssuedCopy(Record):
    """What one paper said and where its sheet is, so that it can be printed again as it was."""

    NOUN: ClassVar[str] = "bản lưu của giấy"
    TITLE: ClassVar[str] = "paper"

    paper = Link(IssuedPaper, "Giấy", required=True)
    run = Link(PrintRun, "Đợt in", required=True)
    sheet = WholeNumber("Trang trong đợt in", required=True)
    data = LongText("Chữ đã in", required=True)

    class Meta:
        """Table name."""

        table_name = "issued_copy"

    GUARDS: ClassVar[tuple[str, ...]] = (
        _guard("issued_copy", "frozen", "UPDATE", _differ(("paper_id", "run_id", "sheet", "data"))),
        _guard("issued_copy", "kept", "DELETE"),
    )


ISSUED_PAPERS = Register(
    name="issued",
    title="Sổ cấp giấy",
    model=IssuedPaper,
    sections=(
        Section(
            "Số vào sổ",
            (
                IssuedPaper.label,
                IssuedPaper.book,
                IssuedPaper.year,
                IssuedPaper.number,
                IssuedPaper.state,
                IssuedPaper.issued_on,
                IssuedPaper.signer,
                IssuedPaper.serial,
            ),
        ),
        Section(
            "Cấp cho",
            (
                IssuedPaper.receiver,
                IssuedPaper.birth,
                IssuedPaper.unit,
                IssuedPaper.subject,
                IssuedPaper.result,
                IssuedPaper.person,
                IssuedPaper.origin,
            ),
        ),
        Section(
            "In và trao",
            (
                IssuedPaper.printed_on,
                IssuedPaper.reprints,
                IssuedPaper.handed_to,
                IssuedPaper.handed_on,
            ),
        ),
        Section(
            "Hủy, cấp lại",
            (IssuedPaper.void_reason, IssuedPaper.voided_on, IssuedPaper.reissue_of),
        ),
    ),
    columns=(
        Column(IssuedPaper.label, 1.8),
        Column(IssuedPaper.book, 0),
        Column(IssuedPaper.receiver, 3.4),
        Column(IssuedPaper.unit, 0),
        Column(IssuedPaper.subject, 3.2),
        Column(IssuedPaper.issued_on, 1.6),
        Column(IssuedPaper.state, 1.5),
        Column(IssuedPaper.handed_on, 1.6),
    ),
    search=(
        IssuedPaper.label,
        IssuedPaper.receiver,
        IssuedPaper.unit,
        IssuedPaper.subject,
        IssuedPaper.serial,
    ),
)
