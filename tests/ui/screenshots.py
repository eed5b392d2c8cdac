"""Writes a picture of every screen into a folder, to be looked at beside the look's own.

``python -m tests.ui.screenshots FOLDER``: both themes at 1366x768, then 1920x1080, and the room of
125 % and 200 % scaling. It is no test: it proves nothing unless somebody looks.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.fake_desk import FakeDesk
from tests.ui.fakes import today
from tests.ui.paper.drawn import FilePrinters
from ui.ask import Answers
from ui.form.editors import PickEditor
from ui.paper.printing import Printing
from ui.paper.tools import PrintRoom
from ui.shell import Means, Shell
from ui.source import MemorySettings
from ui.table.worker import Inline
from ui.tasks import InlineRunner
from ui.wear import SCHEME, TEXT_SIZE, dress_application, wear
from ui.window import MainWindow

ROOMS = {
    "1366": ("1366x768", "1", "light"),
    "toi": ("1366x768", "1", "dark"),
    "1920": ("1920x1080", "1", "light"),
    "125": ("1093x614", "1.25", "light"),
    "200": ("960x540", "2", "light"),
    "rat-lon": ("1366x768", "1", "light"),
}


def main() -> None:
    """Start one process for each room: a scale can be set only before Qt starts."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if len(sys.argv) > 2:
        draw(folder, sys.argv[2])
        return
    for room, (_size, scale, _theme) in ROOMS.items():
        environment = os.environ | {"QT_SCALE_FACTOR": scale}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "tests.ui.screenshots", str(folder), room]
        subprocess.run(command, env=environment, check=True)


def window(room: str, count: int) -> tuple[MainWindow, Shell]:
    size, _scale, scheme = ROOMS[room]
    desk = FakeDesk(count)
    desk.settings.put(SCHEME, scheme)
    desk.settings.put(TEXT_SIZE, "130" if room == "rat-lon" else "100")
    wear(desk.settings)
    asker, settings = Answers(), desk.settings
    means = Means(InlineRunner(), asker, lambda one, _failed: Inline(one), today, settings)
    shell = Shell(desk, means)
    folder = Path(tempfile.gettempdir())
    printers = FilePrinters(folder, "Canon LBP 2900", "HP LaserJet Pro M404")
    Printing(shell, desk.papers, PrintRoom(printers, InlineRunner()))
    result = MainWindow(shell, desk.settings)
    result.resize(*map(int, size.split("x")))
    result.show()
    result.activateWindow()
    shell.bar.items["teams"].set_badge(2)
    shell.bar.items["forums"].set_badge(2)
    return result, shell


def draw(folder: Path, room: str) -> None:
    """Draw every screen in one room."""
    application = QApplication(["screenshots"])
    ring = dress_application(application, MemorySettings())
    main_window, shell = window(room, 57)
    for name, step in STEPS.items():
        step(shell)
        QTest.qWait(300)
        main_window.grab().save(str(folder / f"{name}-{room}.png"))
    main_window.close()
    empty_window, shell = window(room, 0)
    shell.open_register("teams")
    QTest.qWait(150)
    empty_window.grab().save(str(folder / f"n-so-con-trong-{room}.png"))
    empty_window.close()
    ring.deleteLater()


def register(shell: Shell) -> None:
    page = shell.open_register("teams")
    page.select(17)
    page.table.setFocus()


def members(shell: Shell) -> None:
    shell.open_register("teams").detail.open_tab("members")


def one_pane(shell: Shell) -> None:
    page = shell.open_register("teams")
    page.detail.open_tab("facts")
    if page.detail.back_button.isVisibleTo(page.detail):
        page.table.opened.emit(17)


def many(shell: Shell) -> None:
    page = shell.open_register("teams")
    page.acts.run("back")
    flags = QItemSelectionModel.SelectionFlag
    for at in (18, 19):
        index = page.model.index(at, 0)
        page.table.selectionModel().select(index, flags.Select | flags.Rows)


def no_match(shell: Shell) -> None:
    page = shell.open_register("teams")
    page.list.search.setText("xyz")
    page.list.search.tell()


def form(shell: Shell) -> None:
    shell.open_register("teams").acts.run("back")
    form = shell.open_form("teams", 17)
    assert form is not None
    form.body.boxes["since"].editor.put_text("31/02/2019")
    form.body.boxes["phone"].editor.put_text("0913 555 21")
    form.body.boxes["phone"].editor.edited.emit()
    form.save()
    form.keep_draft()
    form.body.go_to("leader")


def pick(shell: Shell) -> None:
    editor = shell.forms["teams"].body.boxes["leader"].editor
    assert isinstance(editor, PickEditor)
    editor.put_text("nguyen hoa")
    editor.field.open_list("nguyen hoa")


def find(shell: Shell) -> None:
    shell.forms["teams"].discard()
    shell.open_register("teams")
    shell.notifier.undoable("Đã xóa 1 thành viên: Kim Thị Út.", shell.changes.undo)
    shell.palette_box.open("hong nhung")


def preview(shell: Shell) -> None:
    shell.palette_box.close_palette()
    shell.notifier.toast.close_notice()
    page = shell.open_register("teams")
    page.wishes.printed("F03")


def keys(shell: Shell) -> None:
    shell.run("close")
    shell.acts.run("keys")


STEPS: dict[str, Callable[[Shell], None]] = {
    "a-danh-sach": register,
    "a-thanh-vien": members,
    "a-mot-khung": one_pane,
    "a-nhieu-dong": many,
    "a-khong-khop": no_match,
    "b-bieu-mau": form,
    "b-chon-nguoi": pick,
    "m-tim-nhanh": find,
    "g-xem-truoc": preview,
    "phim-tat": keys,
}


if __name__ == "__main__":
    main()
