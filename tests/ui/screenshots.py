"""Writes a picture of every screen into a folder, to be looked at beside the look's own.

``python -m tests.ui.screenshots FOLDER``: both themes at 1366x768, then 1920x1080, and the room of
125 % and 200 % scaling. It is no test: it proves nothing unless somebody looks.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

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


def draw(folder: Path, room: str) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.ui.fake_desk import FakeDesk
    from tests.ui.fakes import today
    from ui.ask import Answers
    from ui.shell import Means, Shell
    from ui.table.worker import Inline
    from ui.tasks import InlineRunner
    from ui.window import SCHEME, TEXT_SIZE, MainWindow, dress_application

    size, _scale, scheme = ROOMS[room]
    width, height = map(int, size.split("x"))
    application = QApplication(["screenshots"])

    def keep(name: str, widget: QWidget) -> None:
        QTest.qWait(30)
        widget.grab().save(str(folder / f"{name}-{room}.png"))

    def window(count: int) -> tuple[MainWindow, Shell, FakeDesk]:
        desk = FakeDesk(count)
        desk.settings.put(SCHEME, scheme)
        desk.settings.put(TEXT_SIZE, "130" if room == "rat-lon" else "100")
        rings.append(dress_application(application, desk.settings))
        asker = Inline
        means = Means(InlineRunner(), Answers(), lambda source, _failed: asker(source), today)
        shell = Shell(desk, means)
        result = MainWindow(shell, desk.settings)
        result.resize(width, height)
        result.show()
        shell.bar.items["teams"].set_badge(2)
        shell.bar.items["forums"].set_badge(2)
        return result, shell, desk

    rings: list[object] = []
    main_window, shell, desk = window(57)
    for name, step in steps(shell, desk).items():
        step()
        keep(name, main_window)
    empty_window, shell, _desk = window(0)
    shell.open_register("teams")
    keep("n-so-con-trong", empty_window)
    main_window.close()
    empty_window.close()


def steps(shell: object, desk: object) -> dict[str, Callable[[], object]]:
    from PySide6.QtCore import QItemSelectionModel

    from tests.ui.fake_desk import FakeDesk
    from ui.shell import Shell

    assert isinstance(shell, Shell)
    assert isinstance(desk, FakeDesk)

    def register() -> None:
        shell.open_register("teams").select(17)

    def members() -> None:
        page = shell.open_register("teams")
        page.detail.open_tab("members")

    def narrow_detail() -> None:
        page = shell.open_register("teams")
        page.detail.open_tab("facts")
        page.table.opened.emit(17)

    def many() -> None:
        page = shell.open_register("teams")
        page.acts.run("back")
        flags = QItemSelectionModel.SelectionFlag
        for at in (18, 19):
            index = page.model.index(at, 0)
            page.table.selectionModel().select(index, flags.Select | flags.Rows)

    def no_match() -> None:
        page = shell.open_register("teams")
        page.search.setText("xyz")
        page.search.tell()

    def form() -> None:
        page = shell.open_register("teams")
        page.acts.run("back")
        form = shell.open_form("teams", 17)
        assert form is not None
        form.body.boxes["since"].editor.put_text("31/02/2019")
        form.body.boxes["phone"].editor.put_text("0913 555 21")
        form.dirty = True
        form.save()
        form.keep_draft()
        form.go_to("leader")

    def pick() -> None:
        form = shell.forms["teams"]
        form.body.boxes["leader"].editor.put_text("")
        field = form.body.boxes["leader"].editor.widget
        field.setText("nguyen hoa")  # type: ignore[attr-defined]
        field.open_list("nguyen hoa")  # type: ignore[attr-defined]

    def find() -> None:
        shell.forms["teams"].discard()
        shell.open_register("teams")
        shell.notifier.undoable("Đã xóa 1 thành viên: Kim Thị Út.", shell.undo)
        shell.palette_box.open("hong nhung")

    def preview() -> None:
        shell.palette_box.close_palette()
        shell.notifier.toast.close_notice()
        pdf = desk.paper("teams", "F03", shell.registers["teams"].query(), (), lambda *_: None)
        shell.show_preview(pdf, "Danh sách tổ", "Mô hình & tổ tự quản")

    def keys() -> None:
        shell.acts.run("keys")

    return {
        "a-danh-sach": register,
        "a-thanh-vien": members,
        "a-mot-khung": narrow_detail,
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
