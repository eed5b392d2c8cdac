"""One writer, whatever became of the one before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from models.clock import stopped_at
from models.errors import World, WorldError
from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock

HOLDER = """
import sys
from pathlib import Path
from models.store.folder import RegisterFolder
from models.store.lock import RegisterLock
lock = RegisterLock(RegisterFolder(Path(sys.argv[1])))
lock.acquire()
print("in", flush=True)
sys.stdin.read()
"""


def start_holder(folder: RegisterFolder) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "in\n"
    return holder


def refusal(folder: RegisterFolder) -> str:
    with pytest.raises(WorldError) as caught:
        RegisterLock(folder).acquire()
    assert caught.value.kind is World.IN_USE
    return caught.value.message


def test_a_second_program_is_told_who_is_inside(folder: RegisterFolder) -> None:
    with start_holder(folder) as holder:
        message = refusal(folder)
        assert message.startswith("Sổ đang mở ở cửa sổ khác trên máy này (người dùng ")
        assert f"tiến trình {holder.pid}" in message
        assert datetime.now().astimezone().strftime("/%Y") in message
    RegisterLock(folder).acquire()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_the_lock_dies_with_a_killed_program(folder: RegisterFolder) -> None:
    with start_holder(folder) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert folder.lock.exists()
        with RegisterLock(folder):
            refusal(folder)


def test_a_second_window_of_one_program_is_refused_too(folder: RegisterFolder) -> None:
    with RegisterLock(folder), stopped_at(datetime(2030, 1, 1).astimezone()):
        assert f"tiến trình {os.getpid()}" in refusal(folder)


def test_a_refused_one_does_not_disturb_the_holder(folder: RegisterFolder) -> None:
    moment = datetime(2026, 3, 14, 8, 15).astimezone()
    with stopped_at(moment), RegisterLock(folder):
        before = folder.lock.read_bytes()
        refusal(folder)
        assert folder.lock.read_bytes() == before
        assert "từ 08:15 ngày 14/03/2026" in refusal(folder)


def test_release_lets_the_next_in_and_can_be_repeated(folder: RegisterFolder) -> None:
    lock = RegisterLock(folder)
    lock.release()
    lock.acquire()
    lock.release()
    lock.release()
    with RegisterLock(folder):
        pass
    with RegisterLock(folder):
        pass


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"pid": 1}', b"7"])
def test_an_unreadable_holder_is_no_reason_to_fail(folder: RegisterFolder, content: bytes) -> None:
    folder.lock.write_bytes(content)  # stale: nobody holds it
    with RegisterLock(folder):
        folder.lock.write_bytes(content)
        assert refusal(folder) == (
            "Sổ đang mở ở cửa sổ khác trên máy này. Đóng cửa sổ đó, rồi mở lại."
        )


def test_another_machine_is_named(folder: RegisterFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.lock.platform.node", lambda: "MAY-02")
    with RegisterLock(folder):
        monkeypatch.setattr("models.store.lock.platform.node", lambda: "MAY-01")
        assert refusal(folder).startswith("Sổ đang mở ở máy MAY-02 (")


@pytest.mark.parametrize("failure", [KeyError, OSError, ImportError])
def test_an_account_without_a_name(
    folder: RegisterFolder, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    def nobody() -> str:
        raise failure

    monkeypatch.setattr("models.store.lock.getpass.getuser", nobody)
    with RegisterLock(folder):
        assert "người dùng không rõ, từ " in refusal(folder)


def test_a_folder_that_is_gone_gives_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as caught:
        RegisterLock(RegisterFolder(tmp_path / "gone")).acquire()
    assert caught.value.kind is World.MISSING
