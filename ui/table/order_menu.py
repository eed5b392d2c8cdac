"""The order of a list by keyboard: what a click on its headings does for the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.table.view import ListTable

UP, DOWN = "tăng dần", "giảm dần"


def order_menu(table: ListTable) -> QMenu:
    """Every column a list can stand in the order of; the one in force is ticked and turns it."""
    menu = QMenu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    now = table.head.order
    for at, facts in enumerate(table.list_model.columns):
        if not facts.sortable:
            continue
        mine = facts.key == now.column
        words = f"{facts.title}: đang {DOWN if now.descending else UP}" if mine else facts.title
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(mine)
        entry.triggered.connect(partial(table.head.sectionClicked.emit, at))
    return menu
