"""Designs saved, overtaken, left unsaved and put back: nothing done to one is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.registers.templates import PaperTemplate
from models.store.undo import last_change
from printing.certificate.designs import design, keep
from printing.certificate.telling import NONE
from printing.certificate.template import Template
from tests.printing.certificate.designs_for_tests import FESTIVE, named
from tests.ui.keys import CONTROL, press
from tests.ui.templates.clerk import editor, element, hold
from tests.ui.workplaces import shown
from ui.desk.templates import OfficeTemplates
from ui.source.templates import Opened
from ui.templates.editor import Editor
from ui.templates.strips import Strip
from ui.workplace import Workplace

Key = Qt.Key


def strip(page: Editor) -> Strip | None:
    return page.strips.strip


def test_a_design_is_saved_as_one_change_and_is_of_its_next_version(
    qtbot: QtBot, place: Workplace
) -> None:
    page = hold(qtbot, place)
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not page.work.dirty and not place._runner.busy)
    assert design(FESTIVE).elements[page.work.chosen].x == 149
    change = last_change()
    assert change is not None
    assert change.title == f"Lưu mẫu giấy {FESTIVE}, bản 2"
    assert page.name.whole() == f"{FESTIVE} · bản 2"
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not page.work.dirty and not place._runner.busy)
    assert PaperTemplate.get().version == 3


def overtaken(qtbot: QtBot, place: Workplace) -> Editor:
    page = hold(qtbot, place)
    keep(replace(named(FESTIVE), elements=named(FESTIVE).elements[:-1]))
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: strip(page) is not None)
    assert "vừa được sửa ở nơi khác (An)" in strip(page).words  # type: ignore[union-attr]
    return page


def test_a_save_that_was_overtaken_shows_both_values_of_what_differs(
    qtbot: QtBot, place: Workplace
) -> None:
    page = overtaken(qtbot, place)
    found = strip(page)
    assert found is not None
    moved, gone = found.lines
    assert (moved.part, moved.first, moved.second) == (
        "Họ và tên",
        "ngang 149 mm",
        "ngang 148,5 mm",
    )
    assert gone.second == NONE
    named = {part.accessibleName() for part in found.findChildren(QLabel)}
    assert "Họ và tên, bản đang sửa: ngang 149 mm" in named
    assert "Họ và tên, bản đã lưu: ngang 148,5 mm" in named
    assert element(page).x == 149


def test_a_save_that_was_overtaken_asks_and_saves_over(qtbot: QtBot, place: Workplace) -> None:
    page = overtaken(qtbot, place)
    assert page.work.dirty
    strip(page).buttons[0].click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not page.work.dirty and not place._runner.busy)
    assert design(FESTIVE).elements == page.work.template.elements
    assert PaperTemplate.get().version == 3


def test_a_save_that_was_overtaken_takes_theirs_and_keeps_ones_own_by_undo(
    qtbot: QtBot, place: Workplace
) -> None:
    page = overtaken(qtbot, place)
    mine = page.work.template
    strip(page).buttons[1].click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not page.work.dirty and not place._runner.busy)
    assert len(page.work.template.elements) == len(mine.elements) - 1
    page.undo()
    assert page.work.template.elements == mine.elements


def test_what_is_left_unsaved_is_kept_and_put_back(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place)
    press(Key.Key_Right)
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert not isinstance(shown(place), Editor)
    assert place.shell.notifier.said[-1] == "Chưa lưu. Bản nháp còn giữ."
    assert design(FESTIVE) == named(FESTIVE)
    page = editor(qtbot, place)
    assert page.work.dirty
    assert strip(page).words.startswith("Đã đưa lại bản nháp")  # type: ignore[union-attr]
    strip(page).buttons[0].click()  # type: ignore[union-attr]
    assert page.work.template == named(FESTIVE)
    press(Key.Key_Escape)
    page = editor(qtbot, place)
    assert strip(page) is None


def test_a_draft_outlives_the_window(qtbot: QtBot, place: Workplace) -> None:
    page = hold(qtbot, place)
    press(Key.Key_Right)
    place.window.close()
    kept = type(place.desk.drafts)().kept(f"template/{FESTIVE}", None)
    assert kept is not None
    assert '"x": 149.0' in kept.texts["body"]
    assert page.work.dirty


@pytest.fixture
def held(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Designs are saved only once this is set."""
    go_on, save = threading.Event(), OfficeTemplates.save

    def wait_and_save(source: OfficeTemplates, template: Template, revision: int | None) -> Opened:
        assert go_on.wait(60)
        return save(source, template, revision)

    monkeypatch.setattr(OfficeTemplates, "save", wait_and_save)
    return go_on


def left_while_saving(qtbot: QtBot, place: Workplace, then: Callable[[], object]) -> Editor:
    """The editor is closed while the save of what was moved is on its way."""
    page = hold(qtbot, place)
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    then()
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert not isinstance(shown(place), Editor)
    return page


def test_what_is_left_while_it_is_saved_is_no_draft(
    qtbot: QtBot, place: Workplace, held: threading.Event
) -> None:
    left_while_saving(qtbot, place, lambda: None)
    held.set()
    qtbot.waitUntil(lambda: not place._runner.busy)
    assert place.shell.notifier.said[-1] == f"Đã lưu mẫu giấy {FESTIVE}, bản 2."
    assert "Chưa lưu. Bản nháp còn giữ." not in place.shell.notifier.said
    page = editor(qtbot, place)
    assert not page.work.dirty
    assert strip(page) is None


def test_what_was_done_after_the_save_is_a_draft_of_what_was_saved(
    qtbot: QtBot, place: Workplace, held: threading.Event
) -> None:
    left_while_saving(qtbot, place, lambda: press(Key.Key_Right))
    held.set()
    qtbot.waitUntil(lambda: not place._runner.busy)
    assert place.shell.notifier.said[-1] == "Chưa lưu. Bản nháp còn giữ."
    page = editor(qtbot, place)
    found = strip(page)
    assert found is not None
    assert "lưu lại" not in found.words
    assert page.work.dirty
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not page.work.dirty and not place._runner.busy)
    assert PaperTemplate.get().version == 3


def test_what_could_not_be_saved_after_one_left_is_a_draft_still(
    qtbot: QtBot, place: Workplace, held: threading.Event
) -> None:
    page = left_while_saving(
        qtbot,
        place,
        lambda: keep(replace(named(FESTIVE), elements=named(FESTIVE).elements[:-1])),
    )
    mine = page.work.template
    held.set()
    qtbot.waitUntil(lambda: not place._runner.busy)
    assert place.shell.notifier.said[-1] == "Chưa lưu. Bản nháp còn giữ."
    assert editor(qtbot, place).work.template == mine


def test_a_window_that_closes_while_a_design_is_saved_keeps_no_draft(
    qtbot: QtBot, place: Workplace, held: threading.Event
) -> None:
    hold(qtbot, place)
    press(Key.Key_Right)
    press(Key.Key_S, CONTROL)
    held.set()
    place.window.close()
    assert PaperTemplate.get().version == 2
    assert type(place.desk.drafts)().kept(f"template/{FESTIVE}", None) is None
