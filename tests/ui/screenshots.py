"""Writes a picture of every screen into a folder, to be looked at beside the look's own.

``python -m tests.ui.screenshots FOLDER [--room ROOM]... [--only TEXT]``: the real program over a
demo register, in both themes at 1366x768, 1920x1080, the room of 125 % and of 200 % scaling, and
with very large text. What is shown stands in `tests.ui.screens`. It is no test: it proves nothing
unless somebody looks.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from models.demo import story
from models.store.folder import RegisterFolder
from models.store.opening import NewRegister, create, opened
from printing.records.demo_papers import issue_demo_papers
from tests.ui.act_screens import ACTS
from tests.ui.backup_screens import BACKUPS
from tests.ui.component_screens import SHEETS
from tests.ui.component_screens import SIZE as SHEET_SIZE
from tests.ui.cut_texts import cut_texts
from tests.ui.entrance_screens import BEFORE
from tests.ui.import_screens import IMPORTING
from tests.ui.issuing_screens import ISSUING
from tests.ui.paper.drawn import FilePrinters
from tests.ui.screens import EMPTY, SCREENS, Stage, Steps
from tests.ui.template_screens import TEMPLATES
from ui.ask import Answers
from ui.crash import Crashes
from ui.entrance.remembered import Remembered
from ui.source import MemorySettings
from ui.tasks import ThreadRunner
from ui.wear import SCHEME, TEXT_SIZE, dress_application, wear
from ui.widgets.focus_ring import FocusRing
from ui.workplace import Workplace

SIZES = {
    "1366": ("1366x768", "1", "100"),
    "1920": ("1920x1080", "1", "100"),
    "125": ("1093x614", "1.25", "100"),
    "200": ("960x540", "2", "100"),
    "rat-lon": ("1366x768", "1", "130"),
}
THEMES = {"": "light", "-toi": "dark"}
ROOMS = {
    f"{size}{mark}": (*facts, scheme)
    for size, facts in SIZES.items()
    for mark, scheme in THEMES.items()
}
MISSED: list[str] = []
"""Screens that did not come about; told at the end, so that one does not hold up the others."""
USER, PASSWORD = "Trần Minh Khang", "demo"


def main() -> None:
    """Make the registers once, then start one process a room: a scale is set before Qt starts."""
    words = argparse.ArgumentParser(prog="python -m tests.ui.screenshots")
    words.add_argument("folder", type=Path)
    words.add_argument("--room", action="append", choices=[*ROOMS], help="one or more, else all")
    words.add_argument("--only", default="", help="screens whose name holds this text")
    words.add_argument("--made", type=Path, help=argparse.SUPPRESS)
    wanted = words.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if wanted.made is not None:
        draw(wanted.folder, wanted.room[0], wanted.only, wanted.made)
        if MISSED:
            sys.exit("\n".join(MISSED))
        return
    with tempfile.TemporaryDirectory() as made:
        story.make(RegisterFolder(Path(made) / "demo"), USER, PASSWORD, issue_demo_papers)
        place = NewRegister(story.PROVINCE, story.COMMUNE, USER, PASSWORD)
        create(RegisterFolder(Path(made) / "empty"), place)
        whole = True
        for room in wanted.room or ROOMS:
            environment = os.environ | {"QT_SCALE_FACTOR": ROOMS[room][1]}
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
            told = [str(wanted.folder), "--room", room, "--only", wanted.only, "--made", made]
            command = [sys.executable, "-m", "tests.ui.screenshots", *told]
            whole &= subprocess.run(command, env=environment, check=False).returncode == 0
    sys.exit(0 if whole else 1)


def draw(folder: Path, room: str, only: str, made: Path) -> None:
    """Draw every wanted screen in one room."""
    application = QApplication(["screenshots", "-style", "Fusion"])
    size, _scale, text, scheme = ROOMS[room]
    chosen = MemorySettings()
    chosen.put(SCHEME, scheme)
    chosen.put(TEXT_SIZE, text)
    dress_application(chosen)
    ring = FocusRing(application)
    for name, show in BEFORE.items():
        if only in name:
            wear(chosen)
            picture = show()
            picture.resize(*map(int, size.split("x")))
            picture.show()
            Stage.wait()
            picture.grab().save(str(folder / f"{name}-{room}.png"))
            picture.close()
    if size == SIZES["1366"][0] and text == "100":
        _draw_sheets(folder, room, only)
    for register, steps in (
        ("demo", SCREENS | BACKUPS | ACTS | ISSUING | IMPORTING | TEMPLATES),
        ("empty", EMPTY),
    ):
        if any(only in name for name in steps):
            with stage(made / register, room) as here:
                _draw(here, steps, folder, room, only)
    del ring


def _draw_sheets(folder: Path, room: str, only: str) -> None:
    for name, make in SHEETS.items():
        if only in name:
            sheet = make()
            sheet.resize(*SHEET_SIZE)
            sheet.show()
            Stage.wait()
            sheet.open_list()
            Stage.wait()
            sheet.grab().save(str(folder / f"{name}-{room}.png"))
            sheet.close()


def _draw(here: Stage, steps: Steps, folder: Path, room: str, only: str) -> None:
    for name, step in steps.items():
        if only not in name:
            continue
        try:
            here.begin()
            step(here)
            here.settle()
        except (TimeoutError, AssertionError) as error:
            MISSED.append(f"{name}-{room}: {error!r}")
        _picture(here.place.window).save(str(folder / f"{name}-{room}.png"))
        for words in cut_texts(here.place.window):
            print(f"{name}-{room}: {words}", flush=True)


def _picture(window: QWidget) -> QPixmap:
    """Draw the window with the lists and menus that are open over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for over in QApplication.topLevelWidgets():
        if over is not window and over.isVisible():
            painter.drawPixmap(window.mapFromGlobal(over.pos()), over.grab())
    painter.end()
    return picture


@contextmanager
def stage(made: Path, room: str) -> Iterator[Stage]:
    """The window over a copy of a register, in the size, theme and letters of a room."""
    size, _scale, text, scheme = ROOMS[room]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(made, folder / "so")
        with opened(RegisterFolder(folder / "so"), USER, lambda: PASSWORD):
            runner, answers = ThreadRunner(), Answers()
            printers = FilePrinters(folder, "Canon LBP 2900", "HP LaserJet Pro M404")
            place = Workplace(runner, Remembered(folder), Crashes(folder), answers, printers)
            place.settings.put(SCHEME, scheme)
            place.settings.put(TEXT_SIZE, text)
            wear(place.settings)
            place.window.resize(*map(int, size.split("x")))
            place.show()
            place.window.activateWindow()
            try:
                yield Stage(place, answers, folder)
            finally:
                place.window.close()
                place.close()
                runner.close()
                place.window.deleteLater()
                Stage.wait()


if __name__ == "__main__":
    main()
