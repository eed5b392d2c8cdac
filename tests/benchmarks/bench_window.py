"""The list of people in the real window: what a person waits for between a key and its picture.

Each act begins with an event as a person makes it and ends when the rows in sight are all there
and painted. A timer meanwhile tells how long the window ever stood still.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from models.registers.office import Office
from models.store.change import change
from models.store.database import close_database
from models.store.opening import office_of
from tests.benchmarks.bench_people import open_people
from tests.benchmarks.measure import milliseconds, resident

GOAL, STALL_GOAL, MEMORY_GOAL = 50.0, 33.0, 60.0
WORDS = ("nguyen van duc", "mai anh thu", "0913 55", "yen")
TIMES, STEPS, LONGEST_SECONDS = 5, 40, 30.0


@dataclass(slots=True)
class Seen:
    """What one window showed.

    Attributes:
        times: milliseconds of every act, by its name.
        stalls: the longest time the window stood still during any of them.
        memory: megabytes occupied at the end.
    """

    times: dict[str, list[float]] = field(default_factory=dict)
    stalls: dict[str, float] = field(default_factory=dict)
    memory: float = 0.0


def run(folder: Path, size: int) -> str:
    """Measure the same acts on a full and an empty register, each in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn, max_tasks_per_child=1) as pool:
        empty: Seen = pool.submit(_seen, folder, 0).result()
        full: Seen = pool.submit(_seen, folder, size).result()
        for seen, rows in ((empty, 0), (full, size)):
            rested: Seen = pool.submit(_seen, folder, rows, rested=True).result()
            seen.times = rested.times | seen.times
            seen.stalls = rested.stalls | seen.stalls
    lines = [
        f"| window over {size:,} people, ms | median | worst | longest stall | empty register |",
        "|---|---|---|---|---|",
    ]
    for act, times in full.times.items():
        missed = " **missed**" if median(times) > GOAL else ""
        still = full.stalls[act]
        stalled = " **missed**" if still > STALL_GOAL else ""
        beside = f"{median(empty.times[act]):.0f}" if act in empty.times else ""
        lines.append(
            f"| {act} | {median(times):.0f}{missed} | {max(times):.0f}"
            f" | {still:.0f}{stalled} | {beside} |"
        )
    above = full.memory - empty.memory
    missed = " **missed**" if above > MEMORY_GOAL else ""
    lines.append(f"| memory above the empty register, MB | {above:.0f}{missed} | | | |")
    return "\n".join(lines)


def _seen(folder: Path, size: int, *, rested: bool = False) -> Seen:
    """Open the window over a register and work in it, at once or after a rest."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.crash import Crashes
    from ui.entrance.remembered import Remembered
    from ui.tasks import ThreadRunner
    from ui.wear import dress_application
    from ui.widgets.focus_ring import FocusRing
    from ui.workplace import Workplace

    open_people(folder, size)
    _have_office()
    application = QApplication(["bench", "-style", "Fusion"])
    runner = ThreadRunner()
    with tempfile.TemporaryDirectory() as place:
        remembered = Remembered(Path(place))
        dress_application(remembered)
        ring = FocusRing(application)
        work = Workplace(runner, remembered, Crashes(Path(place)))
        work.window.resize(1366, 768)
        work.show()
        seen = _Clerk(application, work).works(size, rested=rested)
        work.window.close()
        work.close()
        runner.close()
        ring.deleteLater()
    close_database()
    return seen


def _have_office() -> None:
    """Give a register of people the office that every window shows."""
    if not Office.select().exists():
        with change("Lập sổ", kind="event") as work:
            work.save(office_of("Cà Mau", "Hưng Hội"))


class _Clerk:
    """Does what a person does, and waits as long as they would."""

    def __init__(self, application: Any, work: Any) -> None:
        from PySide6.QtCore import QPoint, QTimer

        self._hand = QPoint(1, 1)
        self._application, self._work = application, work
        self._seen = Seen()
        self._beat = QTimer()
        self._beat.setInterval(1)
        self._beat.timeout.connect(self._felt)
        self._last = self._still = 0.0
        self._beat.start()

    def works(self, size: int, *, rested: bool) -> Seen:
        """Do everything once the window is up; the empty register has less to do.

        A window that had rested is only opened once.
        """
        shell = self._work.shell
        shell.open_register("areas")
        self._wait(lambda: bool(shell.registers["areas"].model.rowCount()) or not size)
        if rested:
            self._wait(lambda: set(shell.registers) == set(shell.bundles))
            self._wait(lambda: not self._work.ahead.busy)
        name = "open, pages made at rest" if rested else "open at once"
        self.act(name, lambda: shell.open_register("people"))
        self.page = shell.registers["people"]
        self.table, self.model = self.page.table, self.page.model
        self._wait(self._filled)
        if rested:
            return self._seen
        self.search()
        if size:
            self.sort()
            self.jump()
            self.scroll()
        self._wait(lambda: set(shell.registers) == set(shell.bundles))
        self._seen.memory = resident()
        return self._seen

    def search(self) -> None:
        """Type words key by key, each painted, and take them away."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        field = self.page.list.search
        field.setFocus()
        for words in WORDS:
            for letter in words:
                self.act("key in the search field", partial(QTest.keyClicks, field, letter))
            self.act("search taken away", lambda: QTest.keyClick(field, Qt.Key.Key_Escape))

    def sort(self) -> None:
        """Click every heading twice."""
        columns = [at for at, one in enumerate(self.model.columns) if one.sortable]
        for column in (*columns, *columns, columns[0]):
            self.act("sort by a column", partial(self.table.head.sectionClicked.emit, column))
        self._wait(lambda: self.model.total is not None)

    def jump(self) -> None:
        """Go to the middle, the end, and elsewhere."""
        bar = self.table.verticalScrollBar()
        for part in (0.5, 1.0, 0.25, 0.75, 0.1, 0.9, 0.0):
            place = int(bar.maximum() * part)
            self.act("jump", partial(bar.setValue, place))

    def scroll(self) -> None:
        """Turn pages one after the other."""
        bar = self.table.verticalScrollBar()
        for _step in range(STEPS):
            self.act("scroll by a page", lambda: bar.setValue(bar.value() + bar.pageStep()))

    def act(self, name: str, begin: Callable[[], object]) -> None:
        """Measure one act from its event to its picture; a hand has just moved the mouse."""
        from PySide6.QtCore import QPoint
        from PySide6.QtTest import QTest

        self._hand = QPoint(1, 3 - self._hand.y())
        QTest.mouseMove(self._work.window, self._hand)
        self._application.processEvents()
        self._last, self._still = time.perf_counter(), 0.0
        took = milliseconds(lambda: self._until_painted(begin))
        self._felt()
        self._seen.times.setdefault(name, []).append(took)
        self._seen.stalls[name] = max(self._seen.stalls.get(name, 0.0), self._still)
        self._rest()

    def _until_painted(self, begin: Callable[[], object]) -> None:
        begin()
        page = self._work.shell.pages.currentWidget()
        self._wait(lambda: self._said(page) and self._filled())
        self._application.processEvents()

    def _said(self, page: Any) -> bool:
        """Whether the list shows what the search field says, from the newest question."""
        field = page.list.search
        return bool(page.model._begun) and page.model.query.search == field.text()

    def _filled(self) -> bool:
        table = self._work.shell.pages.currentWidget().table
        model = table.list_model
        rows = model.rowCount()
        if not rows:
            return bool(model._begun)
        first = max(table.rowAt(0), 0)
        last = table.rowAt(table.viewport().height() - 1)
        last = rows - 1 if last < 0 else last
        return all(model.known(at) is not None for at in range(first, last + 1))

    def _wait(self, done: Callable[[], bool]) -> None:
        """Wait as the window does, which sleeps until there is something; the beat wakes it."""
        from PySide6.QtCore import QEventLoop

        until = time.perf_counter() + LONGEST_SECONDS
        self._application.processEvents()
        while not done():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > until:
                raise TimeoutError("the window never showed it")

    def _rest(self) -> None:
        """Let the window come to rest, as between two thoughts."""
        until = time.perf_counter() + 0.2
        while time.perf_counter() < until:
            self._application.processEvents()
            time.sleep(0.002)

    def _felt(self) -> None:
        now = time.perf_counter()
        self._still = max(self._still, (now - self._last) * 1000)
        self._last = now
