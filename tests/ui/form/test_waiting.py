"""A form that is being read or stored: no key is lost, no late answer undoes what was typed."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.errors import UserError, WorldError
from tests.ui.fake_form import TeamForm
from tests.ui.keys import CONTROL, PLAIN, let_go
from tests.ui.readings import HandRunner
from ui.form.page import FormPage
from ui.source import MemoryDrafts, RowsTyped
from ui.tasks import Runner, ThreadRunner

Key = Qt.Key


@pytest.fixture
def runner() -> HandRunner:
    return HandRunner()


@pytest.fixture
def source() -> TeamForm:
    return TeamForm()


@pytest.fixture
def drafts() -> MemoryDrafts:
    return MemoryDrafts()


def form_over(qtbot: QtBot, source: TeamForm, runner: Runner, drafts: MemoryDrafts) -> FormPage:
    page = FormPage("teams", "Tổ tự quản", source, runner, drafts)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(qtbot: QtBot, source: TeamForm, runner: HandRunner, drafts: MemoryDrafts) -> FormPage:
    return form_over(qtbot, source, runner, drafts)


def write(text: str) -> None:
    """Type where the focus is, answered or not."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter))


def press(key: Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the focus is, answered or not."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    let_go()


def answer(runner: HandRunner) -> None:
    while runner.waiting:
        runner.step()


def test_what_is_typed_while_a_record_is_read_comes_after_it(
    page: FormPage, runner: HandRunner
) -> None:
    page.begin(17)
    assert page.body.here() == "name"
    assert not any(page.texts().values())
    press(Key.Key_End)
    write(" b")
    press(Key.Key_Return)
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    write("Tuyến 9")
    answer(runner)
    assert page.texts()["name"] == "Tổ tự quản ANTT số 3 b"
    assert page.texts()["scope"] == "Tuyến 9"
    assert page.body.here() == "scope"
    assert page.dirty


def test_words_stand_chosen_once_they_are_read(page: FormPage, runner: HandRunner) -> None:
    page.begin(17)
    answer(runner)
    write("Tổ 5")
    assert page.texts()["name"] == "Tổ 5"


def test_leaving_while_it_is_read_shows_nothing_late(
    qtbot: QtBot, page: FormPage, runner: HandRunner, drafts: MemoryDrafts
) -> None:
    page.begin(17)
    with qtbot.waitSignal(page.left) as left:
        press(Key.Key_Escape)
    assert left.args == [False]
    answer(runner)
    assert page.texts()["name"] == ""
    assert drafts.kept("teams", 17) is None


def test_leaving_after_typing_waits_and_keeps_a_draft(
    qtbot: QtBot, page: FormPage, runner: HandRunner, drafts: MemoryDrafts
) -> None:
    page.begin(17)
    write("Tổ 5")
    press(Key.Key_Escape)
    with qtbot.waitSignal(page.left) as left:
        answer(runner)
    assert left.args == [True]
    kept = drafts.kept("teams", 17)
    assert kept is not None
    assert kept.texts == {"name": "Tổ 5"}


def test_only_the_record_asked_for_last_is_shown(page: FormPage, runner: HandRunner) -> None:
    page.begin(17)
    page.begin(None, "Thêm tổ")
    answer(runner)
    assert page.head.title() == "Thêm tổ"
    assert page.texts()["name"] == ""


def test_a_record_that_cannot_be_read_is_told_and_left(
    qtbot: QtBot,
    page: FormPage,
    source: TeamForm,
    runner: HandRunner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source, "load", failing)
    page.begin(17)
    with qtbot.waitSignals([page.failed, page.left]):
        answer(runner)
    assert not page.ahead.holding


def failing(*_asked: object) -> None:
    raise WorldError("Không đọc được sổ.")


def test_a_slow_record_is_told_of(qtbot: QtBot, page: FormPage, runner: HandRunner) -> None:
    page.begin(17)
    with qtbot.waitSignal(page.told) as told:
        page.opening.slow.emit(True)
    assert told.args == ["Đang mở…"]
    answer(runner)


def begun(page: FormPage, runner: HandRunner, identity: int | None = 17) -> FormPage:
    page.begin(identity, "Thêm tổ" if identity is None else "")
    answer(runner)
    return page


def test_a_problem_put_right_before_the_answer_is_not_told(
    page: FormPage, runner: HandRunner
) -> None:
    begun(page, runner).body.go_to("phone")
    press(Key.Key_A, CONTROL)
    write("0913 555 21")
    press(Key.Key_Return)
    page.body.go_to("phone")
    press(Key.Key_End)
    write("4")
    answer(runner)
    assert page.body.boxes["phone"].problem is None


def test_the_newest_check_counts(page: FormPage, runner: HandRunner) -> None:
    begun(page, runner).body.go_to("name")
    press(Key.Key_Delete)
    press(Key.Key_Return)
    page.body.go_to("name")
    write("Tổ 5")
    press(Key.Key_Return)
    answer(runner)
    assert page.body.boxes["name"].problem is None


def test_saving_twice_stores_once(page: FormPage, source: TeamForm, runner: HandRunner) -> None:
    begun(page, runner)
    press(Key.Key_S, CONTROL)
    press(Key.Key_S, CONTROL)
    answer(runner)
    assert len(source.saved) == 1
    assert not page.ahead.holding


def test_what_is_typed_while_it_is_stored_is_not_thrown_away_when_it_is_refused(
    page: FormPage, source: TeamForm, runner: HandRunner
) -> None:
    source.refuse = UserError("Số 27/QĐ-UBND đã có.", "number", "27/QĐ-UBND")
    begun(page, runner)
    press(Key.Key_S, CONTROL)
    press(Key.Key_End)
    write("5")
    answer(runner)
    assert page.body.here() == "number"
    assert page.texts()["number"].endswith("5")
    assert page.dirty


def test_what_is_typed_after_saving_and_adding_is_the_next_record(
    page: FormPage, source: TeamForm, runner: HandRunner
) -> None:
    page.saved.connect(lambda _identity, _then_add: page.begin(None, "Thêm tổ"))
    begun(page, runner)
    press(Key.Key_Return, CONTROL)
    write("Tổ 6")
    answer(runner)
    assert len(source.saved) == 1
    assert page.texts()["name"] == "Tổ 6"


def test_a_click_while_it_is_stored_changes_nothing(
    page: FormPage, source: TeamForm, runner: HandRunner
) -> None:
    begun(page, runner)
    page.body.go_to("statutory")
    box = page.body.boxes["statutory"].editor.widget
    place = box.mapTo(page, box.rect().center())
    assert page.childAt(place) is box
    press(Key.Key_S, CONTROL)
    assert page.childAt(place) is not box
    answer(runner)
    assert source.saved[0][1]["statutory"] is False


def test_only_slow_saving_is_told_of(page: FormPage, runner: HandRunner) -> None:
    begun(page, runner)
    press(Key.Key_S, CONTROL)
    assert page.save_button.text() == " Lưu"
    page.storing.slow.emit(True)
    assert page.save_button.text() == " Đang lưu…"
    answer(runner)
    assert page.save_button.text() == " Lưu"


def test_the_end_of_the_program_keeps_what_is_not_even_checked(
    page: FormPage, runner: HandRunner, drafts: MemoryDrafts
) -> None:
    begun(page, runner)
    press(Key.Key_S, CONTROL)
    answer(runner)
    begun(page, runner)
    write("Tổ 5")
    press(Key.Key_S, CONTROL)
    page.end()
    kept = drafts.kept("teams", 17)
    assert kept is not None
    assert kept.texts == {"name": "Tổ 5"}
    answer(runner)


class SlowForm(TeamForm):
    """Stores when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.let = threading.Event(), threading.Event()

    def save(
        self,
        identity: int | None,
        values: Mapping[str, object],
        revision: int | None,
        rows: Mapping[str, RowsTyped],
    ) -> int:
        self.begun.set()
        assert self.let.wait(30)
        return super().save(identity, values, revision, rows)


@pytest.mark.parametrize("refused", [False, True])
def test_the_end_of_the_program_waits_for_a_save(
    qtbot: QtBot, drafts: MemoryDrafts, refused: bool
) -> None:
    runner, source = ThreadRunner(), SlowForm()
    page = form_over(qtbot, source, runner, drafts)
    page.begin(17)
    qtbot.waitUntil(lambda: not page.opening.on)
    write("Tổ 5")
    page.drafting.keep()
    if refused:
        source.refuse = WorldError("Đĩa đầy.")
    press(Key.Key_S, CONTROL)
    qtbot.waitUntil(source.begun.is_set)
    source.let.set()
    page.end()
    assert (drafts.kept("teams", 17) is not None) is refused
    runner.close()
