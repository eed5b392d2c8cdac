"""The detail pane reads a record once, and again where the answer was dropped or is stale."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.fakes import Teams, today
from ui.pages.detail_feed import DetailFeed
from ui.pages.detail_pane import DetailPane
from ui.source import Detail, MemorySettings, Query
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Question


class Later:
    """An `Asker` that answers when it is told to."""

    def __init__(self, source: Teams) -> None:
        self._source = source
        self._waiting: list[Question] = []
        self.begun = 0

    def ask(self, question: Question) -> None:
        self._waiting.append(question)

    def begin(self, generation: int) -> None:
        self._waiting.clear()
        self.begun = generation

    def stop(self) -> None:
        pass

    def answer(self) -> None:
        while self._waiting:
            question = self._waiting.pop()
            question.answered(question.ask(self._source))


class Pane(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def show_detail(self, detail: Detail | None) -> None:
        self.shown.append(detail.title if detail else "")

    def show_place(self, at: int, total: int) -> None:
        pass


class Told:
    def __init__(self) -> None:
        self.asked: list[int] = []

    def detail(self, identity: int) -> Detail:
        self.asked.append(identity)
        return Detail(f"tổ {identity}")


class Desk:
    """A list with a feed that keeps a pane on it."""

    def __init__(self, qtbot: QtBot) -> None:
        source = Teams()
        self.asker = Later(source)
        self.model = ListModel(source, self.asker, today)
        self.view = ListTable("teams", self.model, MemorySettings())
        qtbot.addWidget(self.view)
        self.pane, self.told = Pane(), Told()
        self.feed = DetailFeed(cast(DetailPane, self.pane), self.told, self.model, self.view.chosen)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_record_is_read_once_when_its_list_comes(desk: Desk) -> None:
    desk.view.ask(Query())
    desk.asker.answer()
    assert desk.told.asked == [1]
    assert desk.pane.shown == ["tổ 1"]


def test_it_is_asked_for_again_where_another_query_dropped_the_answer(desk: Desk) -> None:
    desk.view.ask(Query())
    desk.asker.answer()
    desk.view.chosen.go_to(4)
    desk.view.ask(Query())
    desk.asker.answer()
    assert desk.told.asked == [1, 5]
    assert desk.pane.shown == ["tổ 1", "tổ 5"]


def test_a_record_that_may_have_changed_is_read_again(desk: Desk) -> None:
    desk.view.ask(Query())
    desk.asker.answer()
    desk.feed.forget()
    desk.model.refresh()
    desk.asker.answer()
    assert desk.told.asked == [1, 1]
