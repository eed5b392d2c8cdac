"""Keys pressed while an answer is awaited: held back, and typed once it has come."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod})
EVERY: Collection[Qt.Key] = ()


class TypeAhead(QObject):
    """Holds back the keys of one widget and all that is in it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._first: Collection[Qt.Key] = EVERY
        self._held: list[Callable[[], object]] = []
        self.holding = False

    def hold(self, first: Collection[Qt.Key] = EVERY) -> None:
        """Hold keys back from now on, or from the first of some keys on."""
        self._first = first
        if not self.holding:
            self.holding = True
            self._application().installEventFilter(self)

    def in_turn(self, act: Callable[[], object]) -> bool:
        """Keep an act until the keys before it are typed; tells whether it has to wait."""
        if self.holding:
            self._held.append(act)
        return self.holding

    def release(self) -> None:
        """Type what was held back, as far as nothing of it has to wait again."""
        self._let_go()
        while self._held and not self.holding:
            self._held.pop(0)()

    def drop(self) -> None:
        """Hold nothing back any more, and forget what was."""
        self._let_go()
        self.forget_keys()

    def forget_keys(self) -> None:
        """Forget what was held back so far."""
        self._held = []

    @property
    def has_keys(self) -> bool:
        """Whether something was held back."""
        return bool(self._held)

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application

    def _let_go(self) -> None:
        if self.holding:
            self.holding = False
            self._application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys that are meant for the widget."""
        if event.type() not in KEYS or not self._is_inside(watched):
            return False
        if self._first and not self._held and not self._begins(event):
            return False
        self._held.append(partial(self._type, event.clone()))
        return True

    def _begins(self, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        return pressed and isinstance(event, QKeyEvent) and event.key() in self._first

    def _is_inside(self, watched: QObject) -> bool:
        widget = self._widget
        return isinstance(watched, QWidget) and (watched is widget or widget.isAncestorOf(watched))

    def _type(self, event: QEvent) -> None:
        """Send a key to where the focus is by now."""
        target = QApplication.focusWidget()
        if target is not None and self._is_inside(target):
            QApplication.sendEvent(target, event)
