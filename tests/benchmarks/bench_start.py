"""The cold start beside a bare painted widget, and what comes between Enter and the first list."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import PIPE

ROUNDS = 15
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
def timed(*words, **named):
    begun = time.perf_counter()
    try:
        return unseal(*words, **named)
    finally:
        spent.append(time.perf_counter() - begun)
vault.unseal = timed

def steps(program):
    page = program.entrance.window.page
    while ui.start.PAPERS not in sys.modules or program.runner.busy:
        yield
    for _ in range(100):
        yield
    page.password.setText("demo")
    begun = time.perf_counter()
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
    print((time.perf_counter() - begun) * 1000, sum(spent) * 1000, flush=True)
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
        for _round in range(ROUNDS + 1):
            for name, words in (("bare", ["-c", BARE]), ("program", program)):
                painted, of_processor = _until_painted(folder, *words)
                wall[name].append(painted)
                busy[name].append(of_processor)
        opened = [_python(folder, "-c", ENTER, register).split() for _ in range(5)]
    bare, whole = (median(taken[1:]) for taken in wall.values())
    bare_busy, whole_busy = (median(taken[1:]) for taken in busy.values())
    listed = median(float(whole) - float(key) for whole, key in opened)
    missed = " **missed**" if whole / bare > GOAL else ""
    slow = " **missed**" if listed > LIST_GOAL else ""
    return "\n".join(
        (
            "| start, bytecode compiled | ms | of them processor | × bare | goal |",
            "|---|---|---|---|---|",
            f"| bare painted widget | {bare:.0f} | {bare_busy:.0f} | 1.0 | |",
            f"| first window painted | {whole:.0f} | {whole_busy:.0f} | {whole / bare:.2f}"
            f" ({whole_busy / bare_busy:.2f}) | ≤ {GOAL:g}{missed} |",
            f"| Enter to the filled list, key derivation aside | {listed:.0f} | | |"
            f" ≤ {LIST_GOAL:g}{slow} |",
        )
    )


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
