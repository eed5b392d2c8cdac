"""The screens before the register is open, for `tests.ui.screenshots`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.entrance.first_run import FirstRun
from ui.entrance.side import SidePanel
from ui.entrance.unlock_page import UnlockPage
from ui.entrance.window import EntranceWindow


def unlock() -> QWidget:
    page = UnlockPage("Công an xã Hưng Hội")
    page.show_users(["Trần Minh Khang", "Lê Thị Mai"])
    return EntranceWindow(page, SidePanel())


def refused() -> QWidget:
    window = unlock()
    assert isinstance(window, EntranceWindow)
    assert isinstance(window.page, UnlockPage)
    window.page.enter()
    return window


def _first_run() -> FirstRun:
    page = FirstRun(lambda: 3)
    page.office.province.setText("Tỉnh Cà Mau")
    page.office.province.editingFinished.emit()
    page.office.search.setText("hung")
    page.office.search.tell()
    page.office.table.chosen.go_to(0)
    return page


def _first(step: Callable[[FirstRun], object]) -> Callable[[], QWidget]:
    def show() -> QWidget:
        page = _first_run()
        step(page)
        return EntranceWindow(page, SidePanel(page.steps))

    return show


def _user(page: FirstRun) -> None:
    page.go_on()
    page.user.name.setText("Trần Minh Khang")


def _sheet(page: FirstRun) -> None:
    _user(page)
    page.show_sheet("-".join(f"{at:02d}K7" for at in range(1, 16)), "Công an xã Hưng Hội")


BEFORE: dict[str, Callable[[], QWidget]] = {
    "i0-mo-so": unlock,
    "i0-mo-so-bao-loi": refused,
    "i1-don-vi": _first(lambda page: page.office.search.setFocus()),
    "i2-nguoi-dung": _first(_user),
    "i3-phieu": _first(_sheet),
}
