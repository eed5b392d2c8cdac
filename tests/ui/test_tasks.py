"""Long work: off the thread, stoppable, told back on the window's thread."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.sentences import UNFORESEEN, words_for
from ui.tasks import InlineRunner, Progress, Task, ThreadRunner
from ui.widgets.progress import ProgressPanel, time_left


def fail(error: Exception) -> None:
    raise error


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


def test_two_pieces_never_run_together(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    inside, most, done = 0, 0, list[int]()

    def work(_progress: Progress) -> int:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        inside -= 1
        return most

    for _piece in range(5):
        runner.run(work, done.append, fail)
    qtbot.waitUntil(lambda: len(done) == 5)
    runner.close()
    assert most == 1


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
    panel, task = ProgressPanel(window), Task()
    panel.follow(task, "Đang lập trang in…")
    assert not panel.isVisible()
    panel._patience.timeout.emit()
    assert panel.isVisible()
    assert window.rect().contains(panel.geometry())
    panel.stop()
    failures: list[object] = []
    task.failed.connect(failures.append)
    task.perform(lambda progress: progress(1, 2, ""))
    assert isinstance(failures[0], Cancelled)
    assert not panel.isVisible()


def test_every_class_of_failure_has_its_words() -> None:
    for error in (UserError("Sai."), WorldError("Hỏng."), AccessError("Không được.")):
        assert words_for(error) == str(error)
    assert words_for(Cancelled()) == "Đã dừng. Chưa ghi gì vào sổ."
    assert words_for(KeyError("x")) == UNFORESEEN
