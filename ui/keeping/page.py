"""The page of backups: the stick and its backup, the history, and at the right what to know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionSet, Scope
from ui.keeping.history_card import HistoryCard
from ui.keeping.side_cards import SideCard, age_parts, choice_menu, lined, parted
from ui.keeping.stick_card import StickCard
from ui.keeping.weekly import NAMES, NEVER
from ui.keeping.words import PARENT, TITLE
from ui.source.backups import Standing
from ui.theme.theme import theme
from ui.widgets.buttons import button, menu_button
from ui.widgets.page_head import PageHead
from ui.widgets.scroll import UprightArea

RIGHT, NARROW = 372, 960
AFTER = (1, 3, 7, 14)
HINTS = ("backup", "stop_backup", "drives")


class BackupPage(QWidget):
    """Shows how safe the register is; what to do about it is wished for.

    Signals: `backed_up`, `stopped`, `drilled`, `restored`, `reread` drives, `reminded`
    after so many days, `weekly` on a day of the week or `NEVER`, `automatic` on or off, `journal`
    to be printed, `visited`.
    """

    backed_up = Signal()
    stopped = Signal()
    drilled = Signal()
    restored = Signal()
    reread = Signal()
    reminded = Signal(int)
    automatic = Signal(bool)
    weekly = Signal(int)
    journal = Signal()
    visited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.acts = ActionSet(self, Scope.BACKUP, self._handlers())
        self.stick, self.history = StickCard(), HistoryCard()
        self.stick.wanted.connect(self.backed_up)
        self.stick.stopped.connect(self.stopped)
        self.age, self.reminders = SideCard(), SideCard("Nhắc sao lưu")
        self.back = SideCard("Phục hồi")
        self.restore_button = button("Chọn bản…", done=self.restored.emit)
        self.journal_button = button("In nhật ký", icon="printer-outline", done=self.journal.emit)
        self.more: Callable[[], list[QWidget]] = list  # lines about what is no copy
        self._standing = Standing()
        self._build()
        self.fill_back()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # no stop of Tab: it shows no focus

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "backup": self.backed_up.emit,
            "stop_backup": self.stopped.emit,
            "drives": self.reread.emit,
        }

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(TITLE, PARENT)
        head.add(self.journal_button)
        column.addWidget(head)
        area, body = UprightArea(), QWidget()
        body.setObjectName("body")
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._across.setContentsMargins(20, 14, 20, 14)
        self._across.setSpacing(12)
        left, self._right = QVBoxLayout(), QWidget()
        self._across.addLayout(left, 1)
        left.setSpacing(12)
        left.addWidget(self.stick)
        left.addWidget(self.history)
        left.addStretch(1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        for card in (self.age, self.reminders, self.back):
            right.addWidget(card)
        right.addStretch(1)
        self._across.addWidget(self._right)
        area.setWidget(body)
        column.addWidget(area, 1)

    def opened(self) -> None:
        """Somebody came here."""
        self.visited.emit()
        self.setFocus()

    def show_standing(
        self, standing: Standing, after: int, weekly: tuple[str, str], *, automatic: bool
    ) -> None:
        """Show how safe the register is, and what was set about reminders."""
        self.age.fill(age_parts(standing, after))
        self._fill_reminders(standing, after, weekly, automatic=automatic)
        self._standing = standing
        self.fill_back()

    def _fill_reminders(
        self, standing: Standing, after: int, weekly: tuple[str, str], *, automatic: bool
    ) -> None:
        choices = [(f"Sau {days} ngày", _later(self.reminded.emit, days)) for days in AFTER]
        when = menu_button("Đổi", choice_menu(self, choices))
        switch = button(
            "Tắt" if automatic else "Bật", done=_later(self.automatic.emit, not automatic)
        )
        switch.setAccessibleName(f"{switch.text()} tự sao lưu khi cắm USB")
        when.setAccessibleName("Đổi số ngày nhắc")
        week = [(f"{word} hằng tuần", at) for at, word in enumerate(NAMES)]
        week.append(("Không hẹn ngày trong tuần", NEVER))
        day = menu_button(
            "Đổi", choice_menu(self, [(word, _later(self.weekly.emit, at)) for word, at in week])
        )
        day.setAccessibleName("Đổi ngày sao lưu trong tuần")
        parts = [
            lined(("calendar-clock-outline", "text2"), *weekly, day),
            lined(
                ("bell-outline", "text2"),
                f"Nhắc khi quá {after} ngày",
                "Mỗi ngày một lần, lúc mở sổ và lúc đóng sổ.",
                when,
            ),
            lined(
                ("usb-port", "text2"),
                "Tự sao lưu khi cắm USB",
                "Đang bật, với USB của đơn vị." if automatic else "Đang tắt.",
                switch,
            ),
        ]
        for name, days in standing.absent:
            look = ("usb-flash-drive-outline", "orange_text")
            parts.append(lined(look, name, f"Chưa cắm {days} ngày"))
        self.reminders.fill(parted(parts))

    def fill_back(self) -> None:
        """Show the ways back, and whatever more there is to show below them."""
        self.restore_button = button("Chọn bản…", done=self.restored.emit)
        self.drill_button = button("Thử", done=self.drilled.emit)
        drilled = self._standing.drilled or "Chưa thử lần nào."
        self.back.fill(
            parted(
                [
                    lined(
                        ("backup-restore", "text2"),
                        "Phục hồi từ USB",
                        "Thay dữ liệu trên máy bằng bản sao lưu.",
                        self.restore_button,
                    ),
                    lined(
                        ("eye-check-outline", "text2"),
                        "Thử phục hồi",
                        f"Mở bản sao lưu để so, không đụng dữ liệu đang dùng. {drilled}",
                        self.drill_button,
                    ),
                    *self.more(),
                ]
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        self._right.setMinimumWidth(0 if narrow else theme().px(RIGHT))
        self._right.setMaximumWidth(16777215 if narrow else theme().px(RIGHT))


def _later(run: Callable[..., object], *values: object) -> Callable[[], object]:
    return lambda: run(*values)
