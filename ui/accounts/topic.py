"""Settings about getting in: when the register locks itself, one's password, who may open it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.idle import CHOICES, SETTING, minutes_of
from ui.settings.entries import EntryList
from ui.source import ColumnFacts, Row, Settings
from ui.source.accounts import Account, Accounts
from ui.tasks import Runner
from ui.widgets.buttons import button
from ui.widgets.chips import Switch
from ui.widgets.text import label

MINUTES = tuple((str(minutes), f"{minutes} phút") for minutes in CHOICES)


class LockTopic(QWidget):
    """`changed` with the minutes chosen; `password` wants a new one, `lock` to lock at once."""

    changed = Signal(int)
    password = Signal()
    lock = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.minutes = Switch(MINUTES)
        words = label("Khóa khi không ai dùng", "small", "text2")
        words.setBuddy(self.minutes.buttons[0])
        for part in self.minutes.buttons:
            part.setAccessibleName(f"Khóa khi không ai dùng {part.text()}")
        self.minutes.choose(str(minutes_of(settings.get(SETTING))))
        self.minutes.changed.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(12)
            column.addLayout(row)
        first.addWidget(words)
        first.addWidget(self.minutes)
        first.addStretch(1)
        second.addWidget(button("Khóa ngay", "", "lock-outline", self.lock.emit))
        second.addWidget(button("Đổi mật khẩu…", done=self.password.emit))
        second.addStretch(1)

    def _choose(self, minutes: str) -> None:
        self._settings.put(SETTING, minutes)
        self.changed.emit(int(minutes))


class People:
    """Everybody as a short list; who asked for an act does it."""

    name, title, noun, ending = "users", "Người dùng", "người dùng", "Ngừng"
    columns: Sequence[ColumnFacts] = (
        ColumnFacts("name", "Họ và tên", 3, sortable=False),
        ColumnFacts("post", "Cấp bậc, chức vụ", 3, sortable=False),
        ColumnFacts("role", "Quyền", 2, sortable=False),
        ColumnFacts("state", "Tình trạng", 2, sortable=False),
    )

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._read: Sequence[Account] = ()

    def known(self, identity: int) -> Account | None:
        """One of those that were read last; None for nobody."""
        return next((one for one in self._read if one.id == identity), None)

    def rows(self) -> Sequence[Row]:
        """Everybody, those ended last."""
        self._read = self._accounts.people()
        return [
            Row(
                one.id,
                (
                    one.name,
                    ", ".join(filter(None, (one.rank, one.post))),
                    one.role,
                    _state(one),
                ),
            )
            for one in self._read
        ]


def _state(one: Account) -> str:
    if one.ended:
        return "Đã ngừng"
    if one.waits:
        return "Chờ mật khẩu mới"
    return "Đang mở sổ" if one.is_self else "Đang dùng"


class PeopleTopic(EntryList):
    """The list of everybody, with its acts."""

    def __init__(self, accounts: Accounts, runner: Runner) -> None:
        self.people = People(accounts)
        super().__init__(self.people, runner)
