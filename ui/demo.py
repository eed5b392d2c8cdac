"""Looking around: a register full of invented people in a place of its own, gone when it is left.

Nothing of it can get among the office's own: it is neither backed up nor restored from, and what
the window remembers of it goes with its folder.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.demo import story
from models.store.folder import RegisterFolder
from models.store.scratch import Scratch
from models.store.session import look_around
from printing.records.demo_papers import issue_demo_papers
from ui.entrance.session import Session
from ui.source import MemorySettings
from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label, surface

if TYPE_CHECKING:
    from ui.tasks import Progress

USER: Final = "Người xem thử"
MAKING: Final = "Đang lập sổ xem thử…"
TITLE: Final = "Đang xem thử: tên người và số liệu là bịa."
WORDS: Final = "Không giữ lại gì khi đóng cửa sổ này."
ACT: Final = "Lập sổ của đơn vị"


class DemoSession(Session):
    """A demo register from its making to its end; all of it on the thread that works."""

    def __init__(self) -> None:
        self._scratch = Scratch()
        super().__init__(RegisterFolder(self._scratch.path / "so"))
        self.remembered = MemorySettings()

    def fill_and_open(self, tell: Progress) -> None:
        """Make it, fill it, and open it for who looks around.

        Raises:
            WorldError: the disk failed.
            Cancelled: stopped.
        """
        password = secrets.token_urlsafe(24)
        tell(0, 0, MAKING)
        story.make(self.folder, USER, password, issue_demo_papers, lambda: tell(0, 0, MAKING))
        tell(0, 0, MAKING)
        self.open(USER, password)
        look_around()

    def close(self) -> None:
        """Close it and leave nothing of it behind."""
        super().close()
        self._scratch.remove()


class DemoBanner(QWidget):
    """Stands over every page while one looks around; `leaving` for the office's own register."""

    leaving = Signal()

    def __init__(self) -> None:
        super().__init__()
        box = surface("orange")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(box)
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(IconMark("eye-outline", "orange_text", 16))
        row.addWidget(label(TITLE, "medium", "orange"))
        row.addWidget(label(WORDS, "small", "text2"), 1)
        self.leave_button = button(ACT, done=self.leaving.emit)
        row.addWidget(self.leave_button)
        self.setAccessibleName(f"{TITLE} {WORDS}")
