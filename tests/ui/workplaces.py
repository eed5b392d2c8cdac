"""A window over a real register, with threads of its own, closed in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.ask import Answers
from ui.crash import Crashes
from ui.entrance.remembered import Remembered
from ui.pages.register_page import RegisterPage
from ui.paper.printers import Printers
from ui.tasks import ThreadRunner
from ui.theme.theme import theme
from ui.workplace import Workplace

TEAM_HEADS = ("STT", "Tên tổ", "Loại hình", "Địa bàn", "Tổ trưởng", "Điện thoại tổ trưởng")
TEAMS = (
    ("1", "Tổ tự quản số 2", "Tổ tự quản", "Ấp Sóc Đồn", "Nguyễn Văn Đức", "0913555214"),
    ("2", "Tổ tự quản số 10", "Tổ tự quản", "Ấp Cái Giá", "Thạch Thị Hồng Nhung", "907555861"),
    ("3", "Tổ hòa giải số 1", "Tổ hòa giải", "Ấp Sóc Đồn", "Nguyễn Văn Dục", ""),
)


@contextmanager
def opened_workplace(
    qtbot: QtBot, folder: Path, *answers: bool | Path | None, printers: Printers | None = None
) -> Iterator[Workplace]:
    """Open the window over the register that is open in this process."""
    runner, tokens, size = ThreadRunner(), theme().tokens, theme().text_size
    place = Workplace(runner, Remembered(folder), Crashes(folder), Answers(*answers), printers)
    place.window.resize(1366, 768)
    place.show()
    place.window.activateWindow()
    qtbot.waitUntil(place.window.isActiveWindow)
    try:
        yield place
    finally:
        place.window.close()
        place.close()
        runner.close()
        place.window.deleteLater()
        theme().use(tokens, size)


def shown(place: Workplace) -> QWidget | None:
    """The page that is shown."""
    return place.shell.pages.currentWidget()


def read(qtbot: QtBot, place: Workplace, rows: int) -> RegisterPage:
    """Wait until the register that is shown lists so many rows and the detail is beside them."""

    def there() -> bool:
        page = shown(place)
        if not isinstance(page, RegisterPage) or page.model.rowCount() != rows:
            return False
        title = page.detail.title.whole()
        return bool(title) if rows else not title

    qtbot.waitUntil(there)
    page = shown(place)
    assert isinstance(page, RegisterPage)
    return page


def workbook(path: Path, *rows: tuple[str, ...]) -> Path:
    """Write a workbook as an office would: a title, headings, rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách"
    for row in (("DANH SÁCH TỔ TỰ QUẢN",), *rows):
        sheet.append(row)
    book.save(path)
    return path
