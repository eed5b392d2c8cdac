"""The cold start beside a bare painted widget, and what comes between Enter and the first list."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from subprocess import PIPE

ROUNDS, OPENINGS = 15, 5
GOAL, LIST_GOAL = 1.5, 400.0
LONGEST_SECONDS = 300
ROOT = Path(__file__).parents[2]
BARE = """
import sys
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, tell_time)

def tell_time():
    sys.stdout.write(f"{time.process_time():.4f}\\n")
    sys.stdout.flush()
    application.quit()

application = QApplication(sys.argv[:1])
bare = Bare()
bare.resize(1366, 768)
bare.show()
application.exec()
"""
ENTER = """
import os, sys, time, traceback
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
import models.store.vault as vault
import ui.start

spent = []
unseal = vault.unseal
def clocks():
    return time.perf_counter(), time.process_time()

def since(begun):
    return [(now - then) * 1000 for now, then in zip(clocks(), begun)]

def timed(*words, **named):
    begun = clocks()
    try:
        return unseal(*words, **named)
    finally:
        spent.append(since(begun))
vault.unseal = timed

def steps(program):
    page = program.entrance.window.page
    while ui.start.PAPERS not in sys.modules or program.runner.busy:
        yield
    for _ in range(100):
        yield
    page.password.setText("demo")
    begun = clocks()
    page.enter()
    while program.workplace is None:
        yield
    shell = program.workplace.shell
    while not shell.registers:
        yield
    model = next(iter(shell.registers.values())).model
    while not model.rowCount():
        yield
    yield
    print(*(whole - sum(parts) for whole, parts in zip(since(begun), zip(*spent))), flush=True)
    program.workplace.window.close()

begin = ui.start.Program.begin
def watched(program, **more):
    begin(program, **more)
    timer = QTimer(program)
    going = steps(program)
    def turn():
        try:
            next(going)
        except StopIteration:
            timer.stop()
        except BaseException:
            traceback.print_exc()
            os._exit(1)  # a failed step would otherwise be waited for without end
    timer.timeout.connect(turn)
    timer.start(1)
ui.start.Program.begin = watched
sys.exit(ui.start.open_window(Path(sys.argv[1])))
"""


def run() -> str:
    """Measure starts in turns, then openings; return a table."""
    with tempfile.TemporaryDirectory() as folder:
        register = str(Path(folder) / "so")
        _python(folder, "main.py", "demo", "--data", register)
        _python(folder, "-m", "compileall", "-q", "main.py", "models", "printing", "ui")
        program = ["main.py", "--data", register, "--until-painted"]
        wall: dict[str, list[float]] = {"bare": [], "program": []}
        busy: dict[str, list[float]] = {"bare": [], "program": []}
        _until_painted(folder, *program)  # draws what is drawn once per machine
        for _round in range(ROUNDS):
            for name, words in (("bare", ["-c", BARE]), ("program", program)):
                painted, of_processor = _until_painted(folder, *words)
                wall[name].append(painted)
                busy[name].append(of_processor)
        opened = [
            [float(spent) for spent in _python(folder, "-c", ENTER, register).split()]
            for _ in range(OPENINGS)
        ]
    bare, whole = (median(taken) for taken in wall.values())
    bare_busy, whole_busy = (median(taken) for taken in busy.values())
    listed, listed_busy = zip(*opened, strict=True)
    missed = " **missed**" if whole / bare > GOAL else ""
    slow = " **missed**" if median(listed) > LIST_GOAL else ""
    return "\n".join(
        (
            "| start, bytecode compiled: median, least | ms | of them processor | × bare | goal |",
            "|---|---|---|---|---|",
            f"| bare painted widget | {_two(wall['bare'])} | {_two(busy['bare'])} | 1.0 | |",
            f"| first window painted | {_two(wall['program'])} | {_two(busy['program'])} |"
            f" {whole / bare:.2f} ({whole_busy / bare_busy:.2f}) | ≤ {GOAL:g}{missed} |",
            f"| Enter to the filled list, key derivation aside | {_two(listed)} |"
            f" {_two(listed_busy)} | | ≤ {LIST_GOAL:g}{slow} |",
        )
    )


def _two(taken: Sequence[float]) -> str:
    return f"{median(taken):.0f}, {min(taken):.0f}"


def _until_painted(cache: str, *words: str) -> tuple[float, float]:
    """Start a window that writes the processor's seconds when it is painted, and ends.

    Returns:
        Milliseconds from the start of its process until it has written, and of its processor.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env=_environment(cache), stdout=PIPE, text=True
    ) as process:
        assert process.stdout is not None
        of_processor = float(process.stdout.readline())
        return (time.perf_counter() - begun) * 1000, of_processor * 1000


def _environment(cache: str) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": cache}


def _python(cache: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=_environment(cache),
        check=True,
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
    )
    return done.stdout
