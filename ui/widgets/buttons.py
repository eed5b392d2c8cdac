"""Buttons of the look: primary, plain, danger, link and icon-only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui import icons
from ui.widgets.text import restyle

INNER = 20
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Slot = Callable[[], object]


class Button(QPushButton):
    """Pressed by Enter as by Space: outside a dialog Qt leaves that to the desktop's theme."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(_as_space(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(_as_space(event))


def _as_space(event: QKeyEvent) -> QKeyEvent:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in ENTER or not plain:
        return event
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(event.type(), Qt.Key.Key_Space, none, " ", event.isAutoRepeat())


def button(text: str, kind: str = "", icon: str = "", done: Slot | None = None) -> QPushButton:
    """A button of a kind the stylesheet knows: "", primary, danger, link, plain or chip."""
    result = Button(text)
    result.setProperty("k", kind)
    result.setAutoDefault(False)
    if icon:
        token = {"primary": "on_accent", "danger": "red_text", "link": "accent_text"}
        icons.dress(result, icon, token.get(kind, "text2"))
        result.setText(f" {text}")
        result.setAccessibleName(text)
    if done is not None:
        result.clicked.connect(lambda _checked: done())
    return result


def icon_button(
    icon: str, name: str, keys: str = "", done: Slot | None = None, size: int = 16
) -> QPushButton:
    """A square button; its name and key are its tooltip and what a screen reader says."""
    result = Button()
    result.setProperty("k", "icon")
    result.setAutoDefault(False)
    result.setAccessibleName(name)
    result.setToolTip(f"{name} ({keys})" if keys else name)
    icons.dress(result, icon, "text2", size)
    if done is not None:
        result.clicked.connect(lambda _checked: done())
    return result


def menu_button(text: str, menu: QMenu | None = None, kind: str = "") -> QPushButton:
    """A button with a small arrow after its text that opens a menu."""
    result = Button(f"{text} ")
    result.setProperty("k", kind)
    result.setAutoDefault(False)
    result.setAccessibleName(text)
    result.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    icons.dress(result, "chevron-down")
    if menu is not None:
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        result.setMenu(menu)
    return result


def inner_button(parent: QPushButton | None, icon: str, name: str) -> QPushButton:
    """The small button inside a field; it never takes the focus from the field."""
    result = QPushButton(parent)
    restyle(result, k="inner")
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    result.setCursor(Qt.CursorShape.ArrowCursor)
    result.setAccessibleName(name)
    result.setToolTip(name)
    icons.dress(result, icon, size=INNER)
    return result


def open_below(menu: QMenu, above: QWidget) -> None:
    """Open a menu at what it belongs to, its first entry marked; the mouse may be far away."""
    menu.popup(above.mapToGlobal(above.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])
