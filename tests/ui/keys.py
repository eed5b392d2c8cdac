"""Keys as a person presses them; Qt's own test keys know no Vietnamese letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.exchange.quiet import without_collecting
from ui.type_ahead import TypeAhead

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MORE = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
ALT = Qt.KeyboardModifier.AltModifier


def type_text(widget: QWidget, text: str) -> None:
    """Type letters into a widget, whatever they are, and wait until they are answered."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, PLAIN, letter))
    settle()


def settle() -> None:
    """Wait until no page holds keys back because it has no answer yet."""
    while any(map(_waits, _windows())):
        QApplication.processEvents(MORE)


def _windows() -> list[QWidget]:
    """All windows; none may be collected while Qt tells of them."""
    with without_collecting():
        return QApplication.topLevelWidgets()


def _waits(window: QWidget) -> bool:
    return window.isVisible() and any(one.holding for one in window.findChildren(TypeAhead))


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the focus is, let go of what was held, and wait until it is answered."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    let_go()
    settle()


def let_go() -> None:
    """Hold no key down: Qt goes by the last key it saw, and clicks mean other things with Ctrl."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
