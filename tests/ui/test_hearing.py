"""A window that is gone hears nothing of the work it began."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import delete

from tests.ui.readings import HandRunner
from ui.hearing import Hearing


@pytest.mark.parametrize("way", ["run", "read"])
def test_work_goes_on_when_its_window_is_gone(qtbot: QtBot, way: str) -> None:
    runner = HandRunner()
    hearing = Hearing(runner)
    done: list[str] = []
    heard: list[object] = []
    for words in ("first", "second"):
        getattr(hearing, way)(
            lambda _tell, words=words: done.append(words), heard.append, heard.append
        )
    runner.step()
    assert heard == [None]
    hearing.close()
    runner.step()
    assert done == ["first", "second"]
    assert heard == [None]


def test_what_failed_unheard_is_in_the_log(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    runner = HandRunner()
    hearing = Hearing(runner)
    heard: list[object] = []
    hearing.run(lambda _tell: 1 // 0, heard.append, heard.append)
    hearing.close()
    with caplog.at_level(logging.WARNING):
        runner.step()
    assert heard == []
    assert "ZeroDivisionError" in caplog.text


def test_a_page_that_was_deleted_hears_nothing(qtbot: QtBot) -> None:
    heard: list[object] = []

    class Page(QWidget):
        def hear(self, answer: object) -> None:
            heard.append(answer)

    runner, page = HandRunner(), Page()
    Hearing(runner).run(lambda _tell: 1, page.hear, page.hear)
    delete(page)
    runner.step()
    assert heard == []
