"""From the first window to the open register, with a register on disk and a thread of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock
from ui.entrance.entrance import Entrance
from ui.entrance.first_run import Answers, FirstRun
from ui.entrance.remembered import OFFICE, PLACE, USER, Remembered
from ui.entrance.session import Session
from ui.entrance.unlock_page import UnlockPage
from ui.sentences import COPY_WORDS, UNFORESEEN
from ui.tasks import ThreadRunner

pytestmark = pytest.mark.usefixtures("quick")
WRONG = "Mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt."


@pytest.fixture
def folder(tmp_path: Path) -> RegisterFolder:
    return RegisterFolder(tmp_path / "sổ")


@pytest.fixture
def made(folder: RegisterFolder) -> RegisterFolder:
    Session(folder).make(Answers("Cà Mau", "Hưng Hội", "An", "mật khẩu"))
    return folder


class Opening:
    """An entrance with what it needs, closed again."""

    def __init__(self, folder: RegisterFolder) -> None:
        self.runner = ThreadRunner()
        self.remembered = Remembered(folder.path)
        self.entrance = Entrance(folder, self.remembered, self.runner)
        self.opened = 0
        self.entrance.opened.connect(self._count)
        self.entrance.window.show()

    def _count(self) -> None:
        self.opened += 1

    @property
    def unlock(self) -> UnlockPage:
        page = self.entrance.window.page
        assert isinstance(page, UnlockPage)
        return page

    def close(self) -> None:
        if self.entrance.register is not None:
            self.runner.finish(self.entrance.register.close)
        self.runner.close()
        self.entrance.window.close()
        self.entrance.window.deleteLater()


@pytest.fixture
def opening(made: RegisterFolder) -> Iterator[Opening]:
    opening = Opening(made)
    yield opening
    opening.close()


def test_a_password_opens(qtbot: QtBot, opening: Opening, made: RegisterFolder) -> None:
    opening.entrance.load()
    qtbot.waitUntil(lambda: opening.unlock.users.currentText() == "An")
    opening.unlock.password.setText("mật khẩu")
    opening.unlock.enter()
    qtbot.waitUntil(lambda: opening.opened == 1)
    assert opening.remembered.get(USER) == "An"
    assert made.database.with_name("register.db-wal").exists()


def test_a_wrong_password_is_said_beside_the_field(qtbot: QtBot, opening: Opening) -> None:
    opening.entrance.load()
    opening.unlock.password.setText("sai")
    qtbot.waitUntil(lambda: opening.unlock.users.count() == 1)
    opening.unlock.enter()
    qtbot.waitUntil(lambda: opening.unlock.password_box.said() == WRONG)
    assert not opening.opened


def test_a_second_start_says_who_is_inside_and_tries_again(
    qtbot: QtBot, opening: Opening, made: RegisterFolder
) -> None:
    with RegisterLock(made):
        opening.entrance.load()
        qtbot.waitUntil(lambda: "Sổ đang mở ở cửa sổ khác" in opening.unlock.trouble())
        opening.unlock.password.setText("mật khẩu")
        opening.unlock.enter()
        qtbot.waitUntil(lambda: "Sổ đang mở ở cửa sổ khác" in opening.unlock.trouble())
        assert not opening.opened
    opening.unlock.enter()
    qtbot.waitUntil(lambda: opening.opened == 1)


def test_what_nobody_foresaw_is_told_with_a_report_to_copy(opening: Opening) -> None:
    copied: list[int] = []
    opening.entrance.tell_crash(lambda: copied.append(1))
    assert opening.unlock.trouble() == UNFORESEEN
    texts = {one.text(): one for one in opening.unlock.findChildren(QPushButton)}
    texts[COPY_WORDS].click()
    assert copied == [1]


def test_the_window_stands_where_it_stood(opening: Opening) -> None:
    window = opening.entrance.window
    window.resize(960, 620)
    place = bytes(window.saveGeometry().toHex().data()).decode("ascii")
    window.resize(1200, 700)
    opening.remembered.put(PLACE, place)
    opening.entrance.show()
    assert window.height() == 620


def test_lost_keys_are_told_with_what_to_do(qtbot: QtBot, made: RegisterFolder) -> None:
    for part in (made.keys, made.keys_copy):
        part.write_bytes(b"{}")
    opening = Opening(made)
    opening.entrance.load()
    qtbot.waitUntil(lambda: "tệp khóa" in opening.unlock.trouble())
    opening.close()


def test_a_damaged_file_is_told_with_what_to_do(qtbot: QtBot, made: RegisterFolder) -> None:
    made.database.write_bytes(b"x" * 8192)
    opening = Opening(made)
    opening.entrance.load()
    opening.unlock.show_users(["An"])
    opening.unlock.password.setText("mật khẩu")
    opening.unlock.enter()
    qtbot.waitUntil(lambda: "Phục hồi" in opening.unlock.trouble())
    assert UNFORESEEN not in opening.unlock.trouble()
    opening.close()


def test_a_first_run_makes_the_register_and_opens_it(qtbot: QtBot, folder: RegisterFolder) -> None:
    opening = Opening(folder)
    opening.entrance.load()
    page = opening.entrance.window.page
    assert isinstance(page, FirstRun)
    page.wanted.emit(Answers("tỉnh Cà Mau", "xã Hưng Hội", "Trần Minh Khang", "bà con ấp sóc"))
    qtbot.waitUntil(lambda: page.sheet is not None)
    assert page.sheet is not None
    assert len(page.sheet.groups) == 15
    assert opening.remembered.get(OFFICE) == "Công an xã Hưng Hội"
    page.done.emit(False)
    qtbot.waitUntil(lambda: opening.opened == 1)
    opening.close()
    assert sorted(part.name for part in folder.path.iterdir()) == [
        "keys.copy.json", "keys.json", "lock", "register.db", "reserve",
    ]  # fmt: skip


def test_what_cannot_be_made_is_said_on_the_page(qtbot: QtBot, folder: RegisterFolder) -> None:
    opening = Opening(folder)
    opening.entrance.load()
    page = opening.entrance.window.page
    assert isinstance(page, FirstRun)
    page.wanted.emit(Answers("tỉnh Cà Mau", "xã Không Có", "An", "bà con ấp sóc"))
    qtbot.waitUntil(lambda: "Không Có" in page.trouble())
    assert not folder.exists()
    opening.close()
