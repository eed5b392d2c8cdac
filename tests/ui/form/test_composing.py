"""What an input method composes reaches every kind of field whole, and no field fights it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.fake_form import TeamForm
from tests.ui.keys import press, settle
from ui.form.page import FormPage
from ui.source import MemoryDrafts
from ui.tasks import InlineRunner

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[FormPage]:
    form = FormPage("teams", "Tổ tự quản", TeamForm(), InlineRunner(), MemoryDrafts())
    qtbot.addWidget(form)
    form.resize(1100, 700)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.begin(None, "Thêm tổ")
    yield form


def compose(*parts: str) -> None:
    """Show letter after letter as an input method does before it commits the last of them."""
    focused = QApplication.focusWidget()
    assert focused is not None
    for part in parts:
        QApplication.sendEvent(focused, QInputMethodEvent(part, []))
    done = QInputMethodEvent()
    done.setCommitString(parts[-1])
    QApplication.sendEvent(focused, done)
    settle()


def fields(page: FormPage) -> list[str]:
    return [
        name
        for name, box in page.body.boxes.items()
        if isinstance(box.editor.widget, QLineEdit | QPlainTextEdit)
        or box.editor.widget.findChild(QLineEdit)
    ]


def test_every_field_takes_what_is_composed(page: FormPage) -> None:
    names = fields(page)
    assert {"name", "scheme", "area", "since", "leader"} <= set(names)
    for name in names:
        page.body.go_to(name)
        compose("t", "th", "thạ", "thạch")
        assert page.texts()[name] == "thạch", name


def test_a_word_corrected_by_backspaces_stays_as_typed(page: FormPage) -> None:
    for name in fields(page):
        page.body.go_to(name)
        compose("to")
        press(Key.Key_Backspace)
        compose("ổ")
        assert page.texts()[name] == "tổ", name


def test_what_is_being_composed_is_neither_checked_nor_kept(page: FormPage) -> None:
    page.body.go_to("scheme")
    focused = QApplication.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, QInputMethodEvent("ca", []))
    assert page.texts()["scheme"] == ""
    assert QApplication.focusWidget() is focused
