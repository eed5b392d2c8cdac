"""Everything the window has told lately, to be read again at leisure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.notify import Notifier, Told
from ui.pages.fixed_rows import FixedRows
from ui.source import CellKind, ColumnFacts, MemorySettings, Order, Query, Row
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea
from ui.widgets.text import label, surface

TITLE = "Lịch sử thông báo"
NOTHING = "Từ lúc mở sổ chưa có thông báo nào."
DONE, FAILED, PENDING = "Đã làm", "Chưa làm được", "Còn chờ"
LOOKS = {DONE: "done", FAILED: "failed", PENDING: "warning"}
COLUMNS = (
    ColumnFacts("text", "Thông báo", 5, sortable=False),
    ColumnFacts("at", "Lúc", 1.6, sortable=False, sample="29/11/2026 16:42"),
    ColumnFacts("kind", "Loại", 1.4, kind=CellKind.STATUS, looks=LOOKS, sortable=False,
                sample=FAILED),
)  # fmt: skip
HINTS = ("tell_again", "leave_sheet")
OWN_ORDER = Order("told")
"""No column: the rows stand as they were told, the newest first."""


class NoticesSheet(QWidget):
    """The newest first; the sentence of the current one stands whole below the list."""

    left = Signal()

    def __init__(self, notifier: Notifier, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("k", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notifier = notifier
        self._told = list(reversed(notifier.told))
        self.acts = ActionSet(self, Scope.SHEET, {"leave_sheet": self.left.emit})
        rows = tuple(_row(at, one) for at, one in enumerate(self._told, start=1))
        source = FixedRows(COLUMNS, rows)
        model = ListModel(source, Inline(source), today, self)
        self.table = ListTable("notices", model, MemorySettings())
        self.table.setAccessibleName(TITLE)
        self.table.opened.connect(self._again)
        self.table.chosen.picked.connect(self._show_whole)
        self.whole = label(NOTHING, "body", wrap=True)
        self._build()
        if not rows:
            self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.table if rows else self.back)
        self.table.ask(Query(order=OWN_ORDER))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(TITLE, back=self.left.emit)
        assert head.back_button is not None
        self.back = head.back_button
        column.addWidget(head)
        column.addWidget(self.table, 3)
        foot = surface("foot")
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(20, 14, 20, 14)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = UprightArea(TITLE)
        area.setWidget(self.whole)
        inside.addWidget(area)
        column.addWidget(foot, 1)

    def _show_whole(self, at: int) -> None:
        if at:
            self.whole.setText(self._told[at - 1].notice.text)

    def _again(self, at: int) -> None:
        self._notifier.tell_again(self._told[at - 1])


def _row(at: int, told: Told) -> Row:
    notice = told.notice
    kind = FAILED if notice.failed else PENDING if notice.pending else DONE
    return Row(at, (notice.text, f"{told.at.astimezone():%d/%m/%Y %H:%M}", kind))
