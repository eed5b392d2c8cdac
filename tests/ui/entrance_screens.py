"""The screens before the register is open, for `tests.ui.screenshots`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.entrance.first_run import FirstRun
from ui.entrance.recover_page import RecoverPage
from ui.entrance.restore_run import RestoreRun
from ui.entrance.side import SidePanel
from ui.entrance.unlock_page import UnlockPage
from ui.entrance.window import EntranceWindow
from ui.source.backups import CopyFacts


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
    page.user.rank_post.rank.setText("Thượng úy")
    page.user.rank_post.post.setText("Cán bộ")


def _sheet(page: FirstRun) -> None:
    _user(page)
    page.show_sheet("-".join(f"{at:02d}K7" for at in range(1, 16)), "Công an xã Hưng Hội")


def _begin(page: FirstRun) -> None:
    _sheet(page)
    page.pages.setCurrentIndex(2)
    assert page.sheet is not None
    page.sheet.typed.setText(page.sheet.groups[2])
    page.sheet.kept.setChecked(True)
    page.go_on()


def recover() -> QWidget:
    window = unlock()
    assert isinstance(window, EntranceWindow)
    window.cover(RecoverPage(["Trần Minh Khang", "Lê Thị Mai"]))
    return window


def _restore(page: RestoreRun) -> None:
    page.show_copies(COPIES)


def _open(page: RestoreRun) -> None:
    _restore(page)
    page.go_on()


def _restoring(step: Callable[[RestoreRun], object]) -> Callable[[], QWidget]:
    def show() -> QWidget:
        page = RestoreRun()
        step(page)
        return EntranceWindow(page, SidePanel(page.steps))

    return show


COPIES = (
    CopyFacts(
        Path("/E/HungHoi-2026-11-17-1642.stpbak"),
        "Thứ Ba, 17/11/2026 16:42",
        "Công an xã Hưng Hội · Trần Minh Khang · 18 MB · 4316 bản ghi",
        (("Người", 638, 0), ("Mô hình", 21, 0), ("Tổ tự quản", 57, 0)),
        compared=False,
        people=("Trần Minh Khang", "Lê Thị Mai"),
    ),
    CopyFacts(
        Path("/E/HungHoi-2026-11-10-1630.stpbak"),
        "HungHoi-2026-11-10-1630.stpbak",
        problem="Bản sao lưu hỏng: tệp bị cụt. Không dùng bản này; chọn bản khác.",
        compared=False,
    ),
)
BEFORE: dict[str, Callable[[], QWidget]] = {
    "i0-mo-so": unlock,
    "i0-mo-so-bao-loi": refused,
    "i1-don-vi": _first(lambda page: page.office.search.setFocus()),
    "i2-nguoi-dung": _first(_user),
    "i3-phieu": _first(_sheet),
    "i4-bat-dau": _first(_begin),
    "i5-quen-mat-khau": recover,
    "i6-chon-ban": _restoring(_restore),
    "i7-mo-ban": _restoring(_open),
}
