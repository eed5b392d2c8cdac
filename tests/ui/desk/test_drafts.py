"""Typing reaches the file by itself, comes back after a kill, and no disk disturbs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.clock import now
from models.errors import World, WorldError
from models.registers.teams import TEAMS, Team
from models.store import drafts as store
from models.store.change import change
from models.store.connection import WRITING
from models.store.database import close_database, database, open_database
from models.unsaved import Unsaved
from tests.conftest import KEY
from tests.models.samples import stored, whole
from tests.ui.keys import press, type_text
from ui.desk.desk import OfficeDesk
from ui.desk.drafts import RegisterDrafts
from ui.desk.forms import RegisterForm
from ui.form.page import FormPage
from ui.tasks import InlineRunner

TYPED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from models.registers.teams import TEAMS
from models.store.database import open_database
from models.store.session import set_user
from tests.ui.keys import type_text
from ui.desk.drafts import RegisterDrafts
from ui.desk.forms import RegisterForm
from ui.form.page import FormPage
from ui.tasks import InlineRunner

application = QApplication([])
open_database(Path(sys.argv[1]), bytes(range(32)))
set_user("An")
page = FormPage("teams", "Tổ", RegisterForm(TEAMS), InlineRunner(), RegisterDrafts())
page.begin(None, "Thêm tổ")
page.told.connect(lambda words: os.kill(os.getpid(), 9) if "nháp" in words else None)
page.drafting.rest.setInterval(0)
type_text(page.body.boxes["name"].editor.widget, sys.argv[2])
application.exec()
"""


@pytest.fixture
def drafts(register: Path) -> Iterator[RegisterDrafts]:
    kept = RegisterDrafts()
    yield kept
    kept.close()


def typed(text: str, record: int | None = 7) -> Unsaved:
    return Unsaved("teams", record, {"scope": text}, 3, now())


def nothing() -> None:
    """Nobody waits."""


def unexpected(error: Exception) -> None:
    raise error


def form(qtbot: QtBot, kept: RegisterDrafts) -> FormPage:
    page = FormPage("teams", "Tổ", RegisterForm(TEAMS), InlineRunner(), kept)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_it_is_known_at_once_and_written_soon(qtbot: QtBot, drafts: RegisterDrafts) -> None:
    done: list[str] = []
    drafts.keep(typed("Tuyến 9"), lambda: done.append("kept"), unexpected)
    assert drafts.kept("teams", 7) == typed("Tuyến 9")
    qtbot.waitUntil(lambda: done == ["kept"])
    assert RegisterDrafts().kept("teams", 7) == typed("Tuyến 9")
    drafts.drop("teams", 7)
    assert drafts.kept("teams", 7) is None
    qtbot.waitUntil(lambda: store.all_of("An") == [])


@pytest.mark.usefixtures("register", "qapp")
def test_closing_the_desk_writes_what_waits() -> None:
    desk = OfficeDesk()
    for at in range(5):
        desk.drafts.keep(typed(f"Tuyến {at}"), nothing, unexpected)
    desk.close()
    assert store.all_of("An") == [typed("Tuyến 4")]
    desk.drafts.keep(typed("Tuyến 5"), nothing, unexpected)
    desk.close()
    assert store.all_of("An") == [typed("Tuyến 4")]


def test_a_disk_that_refuses_is_told_once_and_typing_goes_on(qtbot: QtBot, register: Path) -> None:
    open_database(register, KEY, read_only=True)
    kept = RegisterDrafts()
    page = form(qtbot, kept)
    errors: list[Exception] = []
    page.failed.connect(errors.append)
    page.begin(None, "Thêm tổ")
    line = page.body.boxes["name"].editor.widget
    type_text(line, "Tổ 1")
    page.drafting.keep()
    type_text(line, "2")
    page.drafting.keep()
    qtbot.waitUntil(lambda: len(errors) > 0)
    kept.close()
    qtbot.wait(0)
    (error,) = errors
    assert isinstance(error, WorldError)
    assert error.kind is World.READ_ONLY
    assert error.message.startswith("Chưa giữ bản nháp được: ")
    memory = kept.kept("teams", None)
    assert memory is not None
    assert memory.texts == {"name": "Tổ 12"}


@pytest.fixture
def tries(register: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was tried with drafts, over a file whose engine does not wait for others."""
    impatient = [(name, 0 if name == "busy_timeout" else value) for name, value in WRITING]
    monkeypatch.setattr("models.store.database.WRITING", impatient)
    monkeypatch.setattr("ui.desk.drafts.AGAIN_S", 0.0)
    open_database(register, KEY)
    tried: list[str] = []

    def told(name: str, act: Callable[..., None]) -> Callable[..., None]:
        def trying(*details: object) -> None:
            tried.append(name)
            act(*details)

        return trying

    for name, act in (("keep", store.keep), ("drop", store.drop)):
        monkeypatch.setattr(store, name, told(name, act))
    return tried


def test_a_draft_outwaits_whoever_holds_the_file(qtbot: QtBot, tries: list[str]) -> None:
    kept, done = RegisterDrafts(), list[str]()
    with database.atomic("IMMEDIATE"):
        kept.keep(typed("Tuyến 9"), lambda: done.append("kept"), unexpected)
        qtbot.waitUntil(lambda: tries.count("keep") > 2)
    qtbot.waitUntil(lambda: done == ["kept"])
    with database.atomic("IMMEDIATE"):
        kept.drop("teams", 7)
        qtbot.waitUntil(lambda: tries.count("drop") > 2)
    qtbot.waitUntil(lambda: store.all_of("An") == [])
    kept.close()


def test_closing_does_not_wait_for_ever(qtbot: QtBot, tries: list[str]) -> None:
    kept = RegisterDrafts()
    with database.atomic("IMMEDIATE"):
        kept.keep(typed("Tuyến 9"), nothing, unexpected)
        qtbot.waitUntil(lambda: tries.count("keep") > 2)
        kept.close()
    assert store.all_of("An") == []


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_what_was_typed_before_a_kill_is_offered_and_taken(qtbot: QtBot, register: Path) -> None:
    close_database()
    run = subprocess.run(
        [sys.executable, "-c", TYPED, str(register), "Tổ tự quản số 12"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert run.returncode == -9
    open_database(register, KEY)
    kept = RegisterDrafts()
    page = form(qtbot, kept)
    page.begin(None, "Thêm tổ")
    assert "đã gõ: Tên tổ" in page.drafting.offer.words()
    assert page.texts()["name"] == ""
    press(Qt.Key.Key_Space)
    assert page.texts()["name"] == "Tổ tự quản số 12"
    kept.close()


def test_a_record_saved_since_is_said_after_reopening(qtbot: QtBot, register: Path) -> None:
    team = stored(whole(Team))
    first = RegisterDrafts()
    page = form(qtbot, first)
    page.begin(team.id)
    page.body.go_to("name")
    type_text(page.body.boxes["name"].editor.widget, "X")
    first_text = page.texts()["name"]
    page.drafting.keep()
    first.close()
    with change("Sửa nơi khác") as work:
        team.note = "Sửa nơi khác"
        work.save(team)
    close_database()
    open_database(register, KEY)
    second = RegisterDrafts()
    page = form(qtbot, second)
    page.begin(team.id)
    assert f"Sau đó {team.name} đã được lưu lại" in page.drafting.offer.words()
    page.drafting.offer.take_button.click()
    page.save()
    record = Team.get_by_id(team.id)
    assert (record.name, record.note) == (first_text, "Sửa nơi khác")
    second.close()
    assert store.all_of("An") == []
