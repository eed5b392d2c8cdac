"""The menu over the user's name: the last change by its name, all changes, what was deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import ActionSet

NAMES = (
    "undo",
    "redo",
    "",
    "changes",
    "drafts",
    "notices",
    "trash",
    "doubles",
    "templates",
    "",
    "find",
    "keys",
    "",
    "unmask",
    "own_password",
    "lock",
)
LONGEST = 60


def show_menu(above: QWidget, acts: ActionSet, last: str, again: str) -> QMenu:
    """Open the menu over a widget; undo and redo say what they would take back."""
    menu = QMenu(above)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    acts.fill(menu, NAMES)
    undo, redo = menu.actions()[:2]
    _name(undo, "Hoàn tác", last, "Ctrl+Z")
    _name(redo, "Làm lại", again, "Ctrl+Y")
    corner = above.mapToGlobal(above.rect().topLeft())
    corner.setY(corner.y() - menu.sizeHint().height() - 4)
    menu.popup(corner)
    menu.setActiveAction(undo if last else menu.actions()[3])
    return menu


def _name(entry: QAction, verb: str, what: str, keys: str) -> None:
    words = what if len(what) <= LONGEST else f"{what[:LONGEST]}…"
    entry.setText(f"{verb}: {words}\t{keys}".replace("&", "&&") if what else f"{verb}\t{keys}")
    entry.setEnabled(bool(what))
