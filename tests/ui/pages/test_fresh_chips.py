"""The chips of a list choose among the records there are now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models.registers.areas import Area
from models.store.change import change
from tests.ui.workplaces import opened_workplace, read
from ui.pages.register_page import RegisterPage


def offered(page: RegisterPage, title: str) -> list[str]:
    """What a chip offers when its menu is opened."""
    (chip,) = [one for one in page.list.filters.chips.buttons if one.text().strip() == title]
    menu = chip.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [act.text() for act in menu.actions() if act.text()]


def test_a_new_area_is_offered_without_opening_the_list_anew(qtbot: QtBot, register: Path) -> None:
    with change("Thêm ấp") as work:
        work.save(Area(name="Ấp Sóc Đồn", kind="ấp"))
    with opened_workplace(qtbot, register.parent) as place:
        page = read(qtbot, place, 0)
        qtbot.waitUntil(lambda: offered(page, "Địa bàn") == ["Tất cả", "Ấp Sóc Đồn"])
        with change("Thêm ấp") as work:
            work.save(Area(name="Ấp Cái Giá", kind="ấp"))
        page.refresh()
        both = ["Tất cả", "Ấp Cái Giá", "Ấp Sóc Đồn"]
        qtbot.waitUntil(lambda: offered(page, "Địa bàn") == both)
