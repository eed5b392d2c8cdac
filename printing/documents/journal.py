"""The journal on paper: what was done with the register in a span of days, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from printing.columns import PrintColumn
from printing.documents.figures import thousands
from printing.documents.office import OfficeData
from printing.entry import Document, Needs
from printing.listing import ListPage

COLUMNS: Final = (
    PrintColumn("Lúc", 1.5, "centre"),
    PrintColumn("Người làm", 2),
    PrintColumn("Việc", 6),
    PrintColumn("Số mục", 0.9, "right"),
)
DOTS: Final = "…/…/……"


@dataclass(frozen=True)
class JournalData:
    """The acts of a span of days, as ready cells in the order of the columns."""

    office: OfficeData = field(default_factory=OfficeData)
    first: date | None = None
    day: date | None = None
    rows: Sequence[Sequence[str]] = ()


def journal(data: JournalData) -> ListPage:
    """Lay the acts out, the oldest first; without any it is a form to be filled in by hand."""
    count = len(data.rows)
    return ListPage(
        data.office.head(day=data.day),
        "NHẬT KÝ SỬ DỤNG SỔ",
        COLUMNS,
        data.rows,
        data.office.list_signatures(),
        subtitle=f"(Từ ngày {_words(data.first)} đến ngày {_words(data.day)})",
        count_line=f"Nhật ký này có {thousands(count)} việc./." if count else "",
        landscape=False,
    )


def _words(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else DOTS


JOURNAL: Final = Document(
    "journal",
    "",
    "Nhật ký sử dụng sổ",
    "changes",
    Needs.SUMMARY,
    JournalData,
    journal,
    dated=True,
    drawn=True,
)
"""Made of the history, which is no register: `changes` is the name of its place in the window."""
