"""A list of a million rows: little is fetched, the newest first, and keys outlive positions."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import delete

from models.errors import Cancelled
from tests.ui.fakes import Million, Teams, today
from ui.source import Order, Query, Row
from ui.table.model import KEPT_PAGES, PAGE, ListModel
from ui.table.worker import Inline, Question, Worker


@pytest.fixture
def million() -> Million:
    return Million()


@pytest.fixture
def model(million: Million, qtbot: QtBot) -> ListModel:
    model = ListModel(million, Inline(million), today)
    model.show(Query())
    return model


def test_first_page_then_count_and_nothing_else(model: ListModel, million: Million) -> None:
    assert million.asked == [("page", 0), ("count", 0)]
    assert model.rowCount() == model.total == 1_000_000


def test_a_short_list_is_not_counted(qtbot: QtBot) -> None:
    teams = Teams()
    model = ListModel(teams, Inline(teams), today)
    with qtbot.waitSignal(model.counted) as counted:
        model.show(Query())
    assert counted.args == [57]


def test_a_row_far_away_costs_one_page(model: ListModel, million: Million) -> None:
    million.asked.clear()
    assert model.data(model.index(654_321, 0)) == "Người 0654322"
    assert model.data(model.index(654_320, 0)) == "Người 0654321"
    assert million.asked == [("page", 654_300)]


def test_pages_in_memory_are_limited_and_the_used_ones_stay(
    model: ListModel, million: Million
) -> None:
    for page in range(KEPT_PAGES + 10):
        model.data(model.index(page * PAGE, 0))
        model.data(model.index(0, 0))
    assert len(model._pages) == KEPT_PAGES
    million.asked.clear()
    model.data(model.index(0, 0))
    assert million.asked == []


def test_order_turns_the_list(model: ListModel) -> None:
    model.show(Query(order=Order("name", descending=True)))
    assert model.data(model.index(0, 0)) == "Người 1000000"


def test_a_record_is_found_again_in_another_query(model: ListModel) -> None:
    found: list[int] = []
    model.show(Query(filters=(("tenth", "1"),)))
    model.locate(5001, found.append)
    model.locate(5002, found.append)
    assert found == [500, -1]


def test_rows_far_apart_are_gathered_in_order(model: ListModel) -> None:
    got: list[list[Row]] = []
    model.gather([(5, 2), (500_000, 3)], got.append)
    assert [row.id for row in got[0]] == [6, 7, 500_001, 500_002, 500_003]


def test_spoken_cell_says_column_and_days(qtbot: QtBot) -> None:
    teams = Teams()
    model = ListModel(teams, Inline(teams), today)
    model.show(Query())
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(17, 6).data(role) == "Hạn đánh giá 12/11/2026, quá 8 ngày"
    assert model.index(0, 4).data(role) == "TV 24"


def test_worker_drops_and_interrupts_what_is_old(qtbot: QtBot, million: Million) -> None:
    failures: list[BaseException] = []
    worker = Worker(million, failures.append)
    model = ListModel(million, worker, today)
    million.hold = threading.Event()
    model.show(Query(search="slow"))
    qtbot.waitUntil(lambda: ("page", 0) in million.asked)
    with qtbot.waitSignal(model.counted):
        model.show(Query(filters=(("tenth", "1"),)))
    worker.stop()
    assert model.total == 100_000
    assert million.interrupted >= 1
    assert failures == []


def test_worker_answers_the_newest_first_and_the_patient_last(qtbot: QtBot) -> None:
    gate, begun, order = threading.Event(), threading.Event(), list[str]()
    worker = Worker(Million(), lambda error: order.append(str(error)))

    def question(name: str, *, last: bool = False) -> Question:
        return Question(0, lambda _source: name, lambda answer: order.append(str(answer)), last)

    def hold(_source: object) -> None:
        begun.set()
        gate.wait(60)

    worker.ask(Question(0, hold, lambda _answer: None))
    assert begun.wait(60)
    worker.ask(question("count", last=True))
    worker.ask(question("old"))
    worker.ask(question("new"))
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    worker.stop()
    assert order == ["new", "old", "count"]


def test_a_patient_question_gives_way_and_is_asked_again(qtbot: QtBot) -> None:
    begun, told = threading.Event(), list[str]()

    class Interrupted(Million):
        given_up = threading.Event()

        def interrupt(self) -> None:
            self.given_up.set()

    source = Interrupted()
    worker = Worker(source, lambda error: pytest.fail(str(error)))

    def count(_source: object) -> str:
        begun.set()
        if not source.given_up.is_set():
            assert source.given_up.wait(60)
            raise Cancelled
        return "count"

    worker.ask(Question(0, count, lambda answer: told.append(str(answer)), last=True))
    assert begun.wait(60)
    worker.ask(Question(0, lambda _source: "page", lambda answer: told.append(str(answer))))
    qtbot.waitUntil(lambda: len(told) == 2)
    worker.stop()
    assert told == ["page", "count"]


def test_a_failure_of_the_source_is_told(qtbot: QtBot) -> None:
    failures: list[BaseException] = []
    worker = Worker(Million(), failures.append)

    def fail(_source: object) -> object:
        raise OSError("gone")

    worker.ask(Question(0, fail, lambda _answer: None))
    qtbot.waitUntil(lambda: len(failures) == 1)
    worker.stop()


def test_an_answer_of_an_older_query_changes_nothing(million: Million, qtbot: QtBot) -> None:
    kept: list[Question] = []

    class Slow(Inline):
        def ask(self, question: Question) -> None:
            kept.append(question)

    model = ListModel(million, Slow(million), today)
    model.show(Query())
    model.show(replace(model.query, filters=(("tenth", "1"),)))
    for question in kept[::-1]:
        question.answered(question.ask(million))
    assert model.data(model.index(1, 0)) == "Người 0000011"


def test_a_list_that_is_gone_hears_no_answer(million: Million, qtbot: QtBot) -> None:
    worker, gate = Worker(million, lambda error: pytest.fail(str(error))), threading.Event()
    model = ListModel(million, worker, today)
    heard: list[object] = []
    model.aside(lambda: gate.wait(60), heard.append)
    delete(model)
    gate.set()
    worker.ask(Question(0, lambda _source: "end", heard.append, last=True))
    qtbot.waitUntil(lambda: "end" in heard)
    worker.stop()
    assert heard == ["end"]


@pytest.mark.parametrize("fails", [False, True])
def test_a_stopped_worker_lets_fall_what_waits_to_be_told(qtbot: QtBot, *, fails: bool) -> None:
    told: list[object] = []
    worker = Worker(Million(), told.append)
    done = threading.Event()

    def ask(_source: object) -> object:
        if fails:
            raise OSError("gone")
        return "answer"

    worker.ask(Question(0, ask, told.append))
    worker.ask(Question(0, lambda _source: done.set(), told.append, last=True))
    assert done.wait(60)
    worker.stop()
    QApplication.processEvents()
    assert told == []
