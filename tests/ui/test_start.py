"""The program from its first paint to its end, in a process of its own as a person starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main
from models.store.folder import RegisterFolder
from models.store.key_slots import Argon2Cost
from models.store.recovery_key import RecoveryKey
from models.store.vault import Vault
from ui.entrance.first_run import Answers
from ui.entrance.session import Session

ROOT = Path(__file__).parents[2]
WHOLE = ["keys.copy.json", "keys.json", "lock", "register.db", "reserve"]
DRIVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import ui.start

def watch(program):
    timer = QTimer(program)
    step = iter(STEPS(program))
    def turn():
        try:
            if next(step) == "end":
                timer.stop()
        except StopIteration:
            timer.stop()
    timer.timeout.connect(turn)
    timer.start(10)

begin = ui.start.Program.begin
def begin_watched(program, **more):
    begin(program, **more)
    watch(program)
ui.start.Program.begin = begin_watched
sys.exit(ui.start.open_window(Path(sys.argv[1])))
"""
UNLOCK = """
def STEPS(program):
    page = program.entrance.window.page
    while page.users.count() == 0:
        yield
    page.password.setText("mật khẩu")
    page.enter()
    while program.workplace is None:
        yield
    shell = program.workplace.shell
    while "teams" not in shell.registers or shell.registers["teams"].pages.currentIndex() != 1:
        yield
    print("open", flush=True)
    LAST
"""
FIRST = """
import builtins, sys
import main

code = main.main(["--data", sys.argv[1], "--until-painted"])
print(*sorted(set(sys.argv[2:]) & set(sys.modules)))
print(builtins.__import__ is builtins.__feature_import__)
sys.exit(code)
"""
CAN_WAIT = (
    "argon2", "concurrent.futures", "dataclasses", "datetime", "peewee", "printing", "qtawesome",
    "ui.crash_report", "ui.quitting", "ui.widgets.focus_ring", "ui.workplace",
)  # fmt: skip
CLOSE = "program.workplace.window.close()"
COME_IN_AGAIN = """
    while page.users.count() == 0:
        yield
    page.password.setText("mật khẩu")
    page.enter()
    while program.workplace is None:
        yield
    program.workplace.window.close()
"""

RESTORE = (
    """
    usb = Path(sys.argv[1]).parent / "usb"
    usb.mkdir()
    made = program.workplace.source.back_up(usb, lambda *_told: None)
    program.workplace.backups.restoring.confirmed.emit(usb / made)
    page = program.entrance.window.page
    while ui.start.RESTORED not in page.trouble():
        yield
    print("restored", flush=True)
"""
    + COME_IN_AGAIN
)

CHANGE = (
    """
    source = program.workplace.safeguards._source
    key = source.new_sheet("mật khẩu")
    change = source.changing("mật khẩu", key)
    program.workplace.safeguards.confirmed.emit(change)
    page = program.entrance.window.page
    while ui.start.CHANGED not in page.trouble():
        yield
    print(key, flush=True)
"""
    + COME_IN_AGAIN
)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RegisterFolder:
    monkeypatch.setattr("models.store.vault.STANDARD_COST", Argon2Cost(1, 8, 1))
    folder = RegisterFolder(tmp_path / "so")
    Session(folder).make(Answers("Cà Mau", "Hưng Hội", "An", "mật khẩu"))
    return folder


def start(code: str, folder: Path, *more: str) -> subprocess.Popen[str]:
    environment = os.environ | {"XDG_CACHE_HOME": str(folder.parent / "cache")}
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), *more],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def names(folder: RegisterFolder) -> list[str]:
    return sorted(part.name for part in folder.path.iterdir())


@pytest.mark.parametrize("there", [True, False], ids=["password", "first run"])
def test_it_ends_after_the_first_paint_for_measuring(made: RegisterFolder, there: bool) -> None:
    folder = made.path if there else made.path.parent / "none"
    command = [sys.executable, "main.py", "--data", str(folder), "--until-painted"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert float(done.stdout) > 0
    assert (made.path.parent / "none").exists() is False


def test_nothing_that_can_wait_is_loaded_before_the_first_paint(made: RegisterFolder) -> None:
    for _drawn_the_first_time in range(2):
        out, err = start(FIRST, made.path, *CAN_WAIT).communicate(timeout=60)
    assert out.splitlines()[1:] == ["", "False"], err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([], (None, False)),
        (["--data", "so"], (Path("so"), False)),
        (["--data=so", "--until-painted"], (Path("so"), True)),
        (["--data"], None),
        (["--data="], None),
        (["--dat", "so"], None),
        (["list", "--data", "so"], None),
        (["--data", "so", "list"], None),
        (["--help"], None),
    ],
)
def test_words_that_are_not_the_windows_make_a_command(
    words: list[str], meant: tuple[Path | None, bool] | None
) -> None:
    assert main.window_of(words) == meant


def test_closing_the_window_closes_the_register_whole(made: RegisterFolder) -> None:
    process = start(UNLOCK.replace("LAST", CLOSE) + DRIVE, made.path)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "open\n"), err
    assert "Traceback" not in err
    assert names(made) == WHOLE


LOCK = """
    form = shell.open_form("areas", None)
    while form.opening.on:
        yield
    form.body.boxes["name"].editor.put_text("Ấp Sóc Đồn")
    form.body.boxes["name"].editor.edited.emit()
    first = program.workplace
    shell.run("lock")
    while program.workplace is first:
        yield
    page = program.entrance.window.page
    while page.users.count() == 0:
        yield
    print("locked", *sorted(part.name for part in folder.iterdir()), flush=True)
    page.password.setText("mật khẩu")
    page.enter()
    while program.workplace is None:
        yield
    shell = program.workplace.shell
    while "teams" not in shell.registers:
        yield
    print("again", shell.desk.drafts.kept("areas", None), flush=True)
    program.workplace.window.close()
"""


def test_locking_closes_the_register_whole_and_keeps_what_was_typed(made: RegisterFolder) -> None:
    steps = UNLOCK.replace("LAST", LOCK.strip()).replace("folder.iter", "Path(sys.argv[1]).iter")
    process = start(steps + DRIVE, made.path)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    _opened, locked, again = out.splitlines()
    assert locked == " ".join(["locked", *WHOLE])
    assert "Ấp Sóc Đồn" in again
    assert names(made) == WHOLE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT], ids=["term", "int"])
def test_a_signal_to_quit_closes_the_register_whole(made: RegisterFolder, asked: int) -> None:
    process = start(UNLOCK.replace("LAST", "yield 'end'") + DRIVE, made.path)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    assert "register.db-wal" in names(made)
    process.send_signal(asked)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert names(made) == WHOLE


def test_the_key_is_changed_while_the_register_is_closed(made: RegisterFolder) -> None:
    old = Vault.open(made).unlock("An", "mật khẩu")
    process = start(UNLOCK.replace("    LAST", CHANGE) + DRIVE, made.path)
    out, err = process.communicate(timeout=60)
    opened, key = out.splitlines()
    assert (process.returncode, opened) == (0, "open"), err
    assert "Traceback" not in err
    assert names(made) == WHOLE
    vault = Vault.open(made)
    assert vault.proves(RecoveryKey.parse(key).data_key)
    assert not vault.proves(old)


def test_a_copy_takes_the_registers_place_and_the_password_is_asked_again(
    made: RegisterFolder,
) -> None:
    process = start(UNLOCK.replace("    LAST", RESTORE) + DRIVE, made.path)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "open\nrestored\n"), err
    assert "Traceback" not in err
    kept = [name for name in names(made) if name.startswith("before-")]
    assert sorted(set(names(made)) - set(kept)) == WHOLE
    assert len(kept) == 1
