"""The one table of acts: keys are unique where they work, and every act is done somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.fake_desk import FakeDesk
from tests.ui.keys import press
from tests.ui.windows import shell_over
from ui.actions import ACTS, BY_ID, Scope, sequence, sheet
from ui.form.page import FormPage
from ui.pages.register_page import EMPTY_HINTS, HINTS, MORE, NARROW_HINTS
from ui.pages.wishes import Wish
from ui.paper.page import HINTS as PREVIEW_HINTS
from ui.paper.page import PaperPage
from ui.shell import FORM_HINTS, Shell

FOREIGN = ("Ctrl+Shift", "Alt+Z")
BY_ROLE = {"own_password", "unmask", "drafts"}
"""Acts added where a register with people stands behind the window."""


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    yield from shell_over(qtbot, FakeDesk())


def test_names_and_keys_are_unique_where_they_work() -> None:
    assert len(BY_ID) == len(ACTS)
    for scope in Scope:
        keys = [act.keys for act in ACTS if act.keys and act.scope in {scope, Scope.WINDOW}]
        twice = [key for key, times in Counter(keys).items() if times > 1]
        assert twice == []


def test_keys_of_the_input_method_are_never_used() -> None:
    assert [act.keys for act in ACTS if act.keys.startswith(FOREIGN)] == []


def test_every_key_shown_is_a_key() -> None:
    for act in ACTS:
        if act.keys and not act.built_in:
            assert not sequence(act.keys).isEmpty(), act.keys


def test_every_act_is_done_somewhere(shell: Shell) -> None:
    page = shell.open_register("teams")
    form = shell.open_form("teams", 17)
    assert isinstance(form, FormPage)
    shell.printing.emit("teams", Wish("print"))
    papers = shell.pages.currentWidget()
    assert isinstance(papers, PaperPage)
    for acts in (shell.acts, page.acts, form.acts, papers.acts):
        wanted = {act.id for act in ACTS if act.scope is acts.scope and not act.built_in}
        assert set(acts.actions) == wanted - BY_ROLE


def test_bars_and_menus_name_acts_that_exist() -> None:
    for names in (HINTS, NARROW_HINTS, EMPTY_HINTS, MORE, PREVIEW_HINTS, FORM_HINTS):
        assert [name for name in names if name and name not in BY_ID] == []


def test_the_key_bar_shows_the_keys_of_the_page(shell: Shell) -> None:
    shell.open_register("teams")
    assert [keys for _act, keys, _word in shell.keys.shown()] == [
        "F2", "Ctrl+N", "Ctrl+F", "Ctrl+P", "Ctrl+K", "F1",
    ]  # fmt: skip
    shell.open_form("teams", None)
    assert ("save", "Ctrl+S", "Lưu") in shell.keys.shown()


def test_a_menu_entry_shows_its_key_and_does_its_act(shell: Shell) -> None:
    page = shell.open_register("teams")
    menu = QMenu()
    page.acts.fill(menu, ("add", "", "delete"))
    assert [entry.text() for entry in menu.actions()] == ["Thêm\tCtrl+N", "", "Xóa\tDelete"]
    menu.actions()[0].trigger()
    assert shell.pages.currentWidget() is shell.forms["teams"]


def test_f1_shows_every_key_and_escape_goes_back(shell: Shell) -> None:
    page = shell.open_register("teams")
    press(Qt.Key.Key_F1)
    words = {word for _scope, keys in sheet() for _key, word in keys}
    assert {"Hoàn tác", "Lưu và thêm mới", "Chép dòng đã chọn sang Excel"} <= words
    assert shell.pages.currentWidget() is not page
    press(Qt.Key.Key_Escape)
    assert shell.pages.currentWidget() is page
    assert QApplication.focusWidget() is page.table


def test_the_sheet_of_keys_leaves_a_form_as_it_was(shell: Shell) -> None:
    shell.open_register("teams")
    press(Qt.Key.Key_F2)
    form = shell.forms["teams"]
    form.body.go_to("area")
    here, keys = QApplication.focusWidget(), shell.keys.shown()
    press(Qt.Key.Key_F1)
    assert shell.keys.shown() != keys
    press(Qt.Key.Key_Escape)
    assert shell.pages.currentWidget() is form
    assert QApplication.focusWidget() is here
    assert shell.keys.shown() == keys
