"""The pages beside the left bar: one shown, some for a while over another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6.Shiboken import isValid


class PageStack(QStackedWidget):
    """A page shown over another is thrown away when it is left."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._under: dict[QWidget, QWidget | None] = {}

    def show_page(self, page: QWidget) -> None:
        """Show a page that stays."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def do(self, act: str, usual: Callable[[], object]) -> None:
        """Do an act as the page does it that is shown, where it has one of its own."""
        getattr(self.currentWidget(), act, usual)()

    def covers(self, page: QWidget) -> bool:
        """Whether a page that was shown over another was not left yet."""
        return page in self._under

    def cover(self, page: QWidget) -> Callable[[], QWidget | None]:
        """Show a page over the one that is shown; the answer takes it away and gives that back.

        The focus is then where it was. Taking it away once more does nothing, and where another
        page is shown by then, that stays.
        """
        self._under[page], here = self.currentWidget(), QApplication.focusWidget()
        self.show_page(page)
        page.setFocus()

        def uncover() -> QWidget | None:
            if page not in self._under:
                return None
            before, shown = self._under.pop(page), self.currentWidget() is page
            for over, under in self._under.items():
                if under is page:
                    self._under[over] = before
            if before is not None and shown:
                self.setCurrentWidget(before)
                _focus_again(before, here)
            self.removeWidget(page)
            page.deleteLater()
            return before if shown else None

        return uncover


def _focus_again(page: QWidget, last: QWidget | None) -> None:
    here = last is not None and isValid(last) and last is not page and page.isAncestorOf(last)
    if last is not None and here and last.isVisible():
        last.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        page.setFocus()  # away from whatever Qt chose when the page was hidden
        getattr(page, "take_focus", lambda: None)()
