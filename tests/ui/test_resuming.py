"""What was left unsaved is told of at the start, with time and place, and led back to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.clock import now
from models.registers.teams import Team
from models.store import drafts
from models.unsaved import Unsaved
from tests.models.samples import stored, trash
from tests.printing.certificate.designs_for_tests import FESTIVE
from tests.ui.keys import press
from tests.ui.workplaces import opened_workplace, shown
from ui.form.page import FormPage
from ui.pages.drafts_sheet import NOTHING, DraftsSheet
from ui.templates.editor import Editor
from ui.workplace import Workplace

Key = Qt.Key


def left(form: str, record: int | None, minutes: int = 0, **texts: str) -> None:
    """Leave a draft behind, as a program that was killed does."""
    moment = now() - timedelta(minutes=minutes)
    drafts.keep("An", Unsaved(form, record, texts, 1 if record else None, moment))


@pytest.fixture
def team(register: Path) -> Team:
    return stored(Team(name="Tổ tự quản số 1"))


def said(qtbot: QtBot, place: Workplace, begin: str) -> str:
    def told() -> list[str]:
        return [one for one in place.shell.notifier.said if one.startswith(begin)]

    qtbot.waitUntil(lambda: bool(told()))
    return told()[0]


def button(qtbot: QtBot, place: Workplace, word: str) -> QPushButton:
    """The button of the toast, once that is shown."""

    def found() -> list[QPushButton]:
        parts = place.shell.notifier.toast.findChildren(QPushButton)
        return [one for one in parts if one.text() == word and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


@pytest.fixture
def one_left(qtbot: QtBot, register: Path, team: Team) -> Iterator[Workplace]:
    left("teams", team.id, scope="Tuyến 9")
    with opened_workplace(qtbot, register.parent) as place:
        yield place


def test_one_draft_is_told_of_with_time_and_place_and_opened(
    qtbot: QtBot, one_left: Workplace
) -> None:
    words = said(qtbot, one_left, "Bản nháp")
    assert words.startswith("Bản nháp chưa lưu lúc ")
    assert words.endswith(": Tổ tự quản số 1 (Tổ tự quản).")
    button(qtbot, one_left, "Mở bản nháp").setFocus()
    press(Key.Key_Space)
    form = one_left.shell.forms["teams"]
    qtbot.waitUntil(form.drafting.offer.take_button.hasFocus)
    assert shown(one_left) is form
    press(Key.Key_Space)
    assert form.texts()["scope"] == "Tuyến 9"


def test_several_are_listed_the_latest_first_and_entered(
    qtbot: QtBot, register: Path, team: Team
) -> None:
    left("teams", team.id, 9, scope="Tuyến 9")
    left("people", None, 2, full_name="Nguyễn Văn Đức")
    gone = stored(Team(name="Tổ đã bỏ"))
    left("teams", gone.id, scope="Tuyến 1")
    trash(gone)
    with opened_workplace(qtbot, register.parent) as place:
        assert said(qtbot, place, "Còn 2").endswith(": Thêm người (Người).")
        button(qtbot, place, "Xem bản nháp").setFocus()
        press(Key.Key_Space)
        sheet = shown(place)
        assert isinstance(sheet, DraftsSheet)
        model = sheet.table.list_model
        texts = [model.data(model.index(at, 0)) for at in range(model.rowCount())]
        assert texts == ["Thêm người", "Tổ tự quản số 1"]
        qtbot.waitUntil(sheet.table.hasFocus)
        press(Key.Key_Down)
        press(Key.Key_Return)
        form = shown(place)
        assert isinstance(form, FormPage)
        assert form.identity == team.id
        qtbot.waitUntil(form.drafting.offer.take_button.hasFocus)


def test_a_design_left_unsaved_is_led_back_to(qtbot: QtBot, register: Path) -> None:
    left(f"template/{FESTIVE}", None, body="{}")
    with opened_workplace(qtbot, register.parent) as place:
        assert f": {FESTIVE} (Mẫu giấy)." in said(qtbot, place, "Bản nháp")
        button(qtbot, place, "Mở bản nháp").click()
        qtbot.waitUntil(lambda: isinstance(shown(place), Editor))
        qtbot.waitUntil(lambda: not place._runner.busy)


def test_nothing_left_says_so_when_asked_only(qtbot: QtBot, register: Path) -> None:
    with opened_workplace(qtbot, register.parent) as place:
        place.shell.run("drafts")
        qtbot.waitUntil(lambda: isinstance(shown(place), DraftsSheet))
        assert not [one for one in place.shell.notifier.said if "nháp" in one]
        sheet = shown(place)
        assert sheet is not None
        assert NOTHING in {part.text() for part in sheet.findChildren(QLabel)}
        press(Key.Key_Escape)
        assert not isinstance(shown(place), DraftsSheet)
