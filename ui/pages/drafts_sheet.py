"""Everything that was typed and not saved, to be gone on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.pages.fixed_rows import FixedRows
from ui.source import ColumnFacts, LeftUnsaved, MemorySettings, Order, Query, Row
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.page_head import PageHead
from ui.widgets.text import label

TITLE = "Bản nháp chưa lưu"
NOTHING = "Không còn bản nháp nào chưa lưu."
COLUMNS = (
    ColumnFacts("title", "Đang gõ dở", 4, sortable=False),
    ColumnFacts("place", "Sổ", 2.4, sortable=False),
    ColumnFacts("at", "Giữ lúc", 1.4, sortable=False, sample="29/11/2026 16:42"),
)
HINTS = ("open", "leave_sheet")
OWN_ORDER = Order("kept")
"""No column: the latest first."""


class DraftsSheet(QWidget):
    """The latest first; what is opened offers to take the draft up, compare it or drop it.

    Signals: `left`, and `opened` the draft to go on with.
    """

    left = Signal()
    opened = Signal(object)

    def __init__(self, drafts: Sequence[LeftUnsaved], today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.acts = ActionSet(self, Scope.SHEET, {"leave_sheet": self.left.emit})
        rows = tuple(_row(at, one) for at, one in enumerate(drafts, start=1))
        source = FixedRows(COLUMNS, rows)
        model = ListModel(source, Inline(source), today, self)
        self.table = ListTable("drafts", model, MemorySettings())
        self.table.setAccessibleName(TITLE)
        self.table.opened.connect(lambda at: self.opened.emit(drafts[at - 1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(TITLE, back=self.left.emit)
        assert head.back_button is not None
        column.addWidget(head)
        nothing = label(NOTHING, "small", "text2")
        nothing.setContentsMargins(20, 16, 20, 16)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table if rows else nothing, 1)
        self.setFocusProxy(self.table if rows else head.back_button)
        self.table.ask(Query(order=OWN_ORDER))


def _row(at: int, draft: LeftUnsaved) -> Row:
    return Row(at, (draft.title, draft.place, f"{draft.at.astimezone():%d/%m/%Y %H:%M}"))
