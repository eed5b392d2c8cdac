"""Dead cycles die on the window's thread, whichever thread makes the next object."""

from __future__ import annotations

import gc
import threading
from weakref import finalize

from pytestqt.qtbot import QtBot

from ui import collecting


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.other = self


def dead_knots(died: list[int]) -> None:
    for _knot in range(20):
        finalize(Knot(), lambda: died.append(threading.get_ident()))


def test_dead_cycles_die_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    died: list[int] = []
    dead_knots(died)

    def make_much() -> None:
        kept = [[] for _one in range(gc.get_threshold()[0] * 20)]  # type: ignore[var-annotated]
        dead_knots(died)
        kept.clear()

    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    assert died == []
    for _look in range(3):
        collecting.look()
        gc.collect(2)
    assert died == [threading.get_ident()] * 40


def test_the_oldest_generation_that_is_due_is_looked_at(qtbot: QtBot) -> None:
    gc.collect()
    before = gc.get_stats()
    collecting.look()
    assert [one["collections"] for one in gc.get_stats()] == [one["collections"] for one in before]
    young = [[] for _one in range(gc.get_threshold()[0] + 100)]  # type: ignore[var-annotated]
    collecting.look()
    assert gc.get_stats()[0]["collections"] == before[0]["collections"] + 1
    assert len(young) > 0


def test_python_looks_again_afterwards(qtbot: QtBot) -> None:
    looking = collecting.Collecting()
    assert not gc.isenabled()
    looking.spare()
    assert gc.get_freeze_count() > 0
    looking.end()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
    gc.disable()


def test_what_came_with_the_program_is_spared_once(qtbot: QtBot) -> None:
    looking, died = collecting.Collecting(), list[int]()
    looking.spare()
    dead_knots(died)
    looking.spare()
    gc.collect()
    assert len(died) == 20
    looking.end()
    gc.disable()
