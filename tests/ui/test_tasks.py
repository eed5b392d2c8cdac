"""Long work: off the thread, stoppable, told back on the window's thread."""

from __future__ import annotations

import gc
import threading
from weakref import finalize

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import delete

from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.sentences import UNFORESEEN, words_for
from ui.tasks import Errand, InlineRunner, Progress, ThreadRunner, Work
from ui.widgets.progress import ProgressPanel, time_left


def fail(error: Exception) -> None:
    raise error


def errand(work: Work[None]) -> Errand:
    return Errand(work, lambda _done: None, fail)


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    told: list[tuple[int, int]] = []
    here = threading.get_ident()

    def work(_progress: Progress) -> int:
        return threading.get_ident()

    runner.run(work, lambda there: told.append((there, threading.get_ident())), fail)
    qtbot.waitUntil(lambda: bool(told))
    runner.close()
    ((there, back),) = told
    assert there != here
    assert back == here


def test_the_second_piece_waits_for_the_first(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    begun, go_on = threading.Event(), threading.Event()
    order: list[str] = []
    told: list[object] = []

    def first(_progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        order.append("first")

    def second(_progress: Progress) -> None:
        order.append("second")

    runner.run(first, told.append, fail)
    runner.run(second, told.append, fail)
    assert begun.wait(5)
    assert order == []
    go_on.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    runner.close()
    assert order == ["first", "second"]


def test_after_the_close_nothing_begins_and_nobody_is_told(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    begun = threading.Event()
    told: list[object] = []

    def work(_progress: Progress) -> str:
        begun.set()
        return "done while the window closed"

    runner.run(work, told.append, told.append)
    assert begun.wait(5)
    runner.close()
    begun.clear()
    runner.run(work, told.append, told.append)
    qtbot.wait(1)
    assert told == []
    assert not begun.is_set()


def test_a_stopped_task_ends_with_cancelled(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    begun, go_on = threading.Event(), threading.Event()
    failures: list[Exception] = []

    def work(progress: Progress) -> None:
        begun.set()
        go_on.wait(5)
        progress(1, 2, "")

    task = runner.run(work, lambda _done: None, failures.append)
    assert begun.wait(5)
    task.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(failures))
    runner.close()
    assert isinstance(failures[0], Cancelled)


def test_progress_comes_back_in_order(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    seen: list[tuple[int, int, str]] = []
    gate = threading.Event()

    def work(progress: Progress) -> None:
        gate.wait(5)
        for step in range(3):
            progress(step, 3, f"Trang {step}")

    task = runner.run(work, lambda _done: None, lambda _error: None)
    task.progressed.connect(lambda *step: seen.append(step))
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 3)
    runner.close()
    assert seen == [(0, 3, "Trang 0"), (1, 3, "Trang 1"), (2, 3, "Trang 2")]


def test_closing_stops_what_runs(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress(0, 0, "")

    runner.run(work, lambda _done: None, lambda _error: None)
    assert begun.wait(5)
    runner.close()


def test_inline_runner_tells_at_once() -> None:
    told: list[object] = []
    InlineRunner().run(lambda _progress: 7, told.append, told.append)
    InlineRunner().run(lambda _progress: 1 // 0, told.append, told.append)
    assert told[0] == 7
    assert isinstance(told[1], ZeroDivisionError)


def test_time_left_in_words() -> None:
    assert time_left(1, 4, 2.0) == "còn 6 giây"
    assert time_left(10, 1000, 10.0) == "còn 16 phút"
    assert time_left(0, 10, 9.0) == ""
    assert time_left(5, 10, 0.2) == ""


def test_progress_appears_only_after_a_moment_and_stops_the_work(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    failures: list[object] = []
    panel = ProgressPanel(window)
    errand = Errand(lambda progress: progress(1, 2, ""), failures.append, failures.append)
    panel.follow(errand.task, "Đang lập trang in…")
    assert not panel.isVisible()
    panel._patience.timeout.emit()
    assert panel.isVisible()
    assert window.rect().contains(panel.geometry())
    panel.stop()
    errand.carry_out()
    assert isinstance(failures[0], Cancelled)
    assert not panel.isVisible()


def test_the_end_of_the_work_before_does_not_hide_the_work_that_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    panel = ProgressPanel(window)
    first = errand(lambda progress: progress(1, 2, "Đang so với sổ"))
    second = errand(lambda _progress: None)
    panel.follow(first.task, "Đang kiểm tra…")
    panel.follow(second.task, "Đang đọc tệp…")
    panel._patience.timeout.emit()
    first.carry_out()
    assert panel.isVisible()
    assert panel._words.whole() == "Đang đọc tệp…"
    second.carry_out()
    assert not panel.isVisible()


def test_work_that_is_over_already_is_not_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel, over = ProgressPanel(window), errand(lambda _progress: None)
    task = over.task
    over.carry_out()
    panel.follow(task, "Đang đọc tệp…")
    assert not panel._patience.isActive()


def test_every_class_of_failure_has_its_words() -> None:
    for error in (UserError("Sai."), WorldError("Hỏng."), AccessError("Không được.")):
        assert words_for(error) == str(error)
    assert words_for(Cancelled()) == "Đã dừng. Chưa ghi gì vào sổ."
    assert words_for(KeyError("x")) == UNFORESEEN


class Witness:
    """Stands for whatever of the window a piece of work holds."""


def test_nothing_that_work_holds_dies_on_its_thread(qtbot: QtBot) -> None:
    runner, here = ThreadRunner(), threading.get_ident()
    died: list[int] = []
    told: list[object] = []

    def begin() -> None:
        witness = Witness()
        finalize(witness, lambda: died.append(threading.get_ident()))

        def work(_progress: Progress) -> Witness:
            if len(told) % 2:
                raise UserError(str(witness))
            return witness

        runner.run(work, lambda _done: told.append(1), lambda _error: told.append(0))

    for turn in range(1, 101):
        begin()
        qtbot.waitUntil(lambda turn=turn: len(told) == turn)  # type: ignore[misc]
    gc.collect()
    qtbot.waitUntil(lambda: len(died) == 100)
    runner.close()
    assert set(died) == {here}


def test_a_page_that_is_gone_hears_nothing(qtbot: QtBot) -> None:
    heard: list[object] = []

    class Page(QWidget):
        def hear(self, told: object) -> None:
            heard.append(told)

    page = Page()
    first, second = (Errand(lambda _tell: 1, page.hear, page.hear) for _one in range(2))
    first.carry_out()
    delete(page)
    second.carry_out()
    assert heard == [1]
