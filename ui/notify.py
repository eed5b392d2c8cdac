"""What needs no decision: sentences at the foot of the window, and words for every failure."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.widgets.toast import Notice, Toast

UNFORESEEN = (
    "Chưa làm được. Dữ liệu vừa gõ vẫn còn trên màn hình. Làm lại lần nữa; nếu vẫn vậy, "
    "in trang này gửi người phụ trách."
)
log = logging.getLogger(__name__)


def words_for(error: BaseException) -> str:
    """A sentence for a failure; an unforeseen one is written to the log as well."""
    if isinstance(error, UserError | WorldError | AccessError):
        return error.message
    if isinstance(error, Cancelled):
        return "Đã dừng. Chưa ghi gì vào sổ."
    log.error("unforeseen", exc_info=error)
    return UNFORESEEN


class Notifier:
    """The window's voice; keeps what it said so that it can be read again."""

    def __init__(self, window: QWidget) -> None:
        self.toast = Toast(window)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Something was done."""
        self._show(Notice(text))

    def undoable(self, text: str, undo: Callable[[], object]) -> None:
        """Something was done that can be undone."""
        self._show(Notice(text, "Hoàn tác", "Ctrl+Z", undo))

    def offer(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Something was done, and here is what may come next."""
        self._show(Notice(text, action, run=run))

    def failed(self, error: BaseException) -> None:
        """Something was not done; stays until closed."""
        self._show(Notice(words_for(error), failed=True))

    def _show(self, notice: Notice) -> None:
        self.said.append(notice.text)
        self.toast.say(notice)
