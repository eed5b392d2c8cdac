"""Work done in a process of its own that is killed at any moment, as a blackout would.

The work tells through a pipe what it has finished; what it told must never be lost. Processes are
forked from one that has the program loaded already, so that a hundred of them take seconds.
"""

from __future__ import annotations

import multiprocessing
import random
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any, Concatenate, ParamSpec

from models.store.connection import connect
from models.store.folder import RegisterFolder
from models.store.opening import opened
from models.store.vault import Vault
from tests.conftest import KEY
from tests.models.store.first_keys import CHEAP, PASSWORD

USER = "An"
P = ParamSpec("P")
Work = Callable[Concatenate[Connection, P], None]

_METHOD = "spawn" if sys.platform == "win32" else "forkserver"
_processes: Any = multiprocessing.get_context(_METHOD)
_processes.set_forkserver_preload(["tests.faults.works"])


def killed(
    work: Work[P], after: int, delay: float, *arguments: P.args, **named: P.kwargs
) -> list[Any]:
    """Run ``work(pipe, ...)`` elsewhere and kill it; return all it had told before it died.

    Args:
        work: a function of a module, so that the other process can find it.
        after: how many tellings to wait for.
        delay: seconds from then to the kill; work that ends earlier is not waited for.

    Raises:
        AssertionError: the work failed by itself.
    """
    ours, theirs = _processes.Pipe(duplex=False)
    process = _processes.Process(target=work, args=(theirs, *arguments), kwargs=named)
    process.start()
    theirs.close()
    told: list[Any] = []
    with suppress(EOFError):
        while len(told) < after:
            told.append(ours.recv())
        end = monotonic() + delay
        while ours.poll(max(0.0, end - monotonic())):
            told.append(ours.recv())
    process.kill()
    process.join()
    with suppress(EOFError):
        while True:
            told.append(ours.recv())
    ours.close()
    assert process.exitcode in (0, -9, 1 if sys.platform == "win32" else 0), process.exitcode
    return told


def moments(seed: int, longest: float) -> tuple[int, float]:
    """Give a moment to kill at: after how many tellings, and how many seconds later."""
    chance = random.Random(seed)
    return chance.randrange(4), chance.uniform(0, longest)


def make_register(path: Path, empty: Path) -> RegisterFolder:
    """Make a whole register folder of an empty register's file, with its own keys."""
    folder = RegisterFolder(path)
    folder.create()
    _, recovery = Vault.create(folder, USER, PASSWORD, params=CHEAP)
    rekeyed(empty, folder.database, recovery.data_key)
    return folder


def rekeyed(source: Path, target: Path, data_key: bytes) -> None:
    """Copy a register's file under another key."""

    old, new = connect(str(source), KEY), connect(str(target), data_key)
    old.backup(new)
    old.close()
    new.close()


def twin(folder: RegisterFolder, path: Path) -> RegisterFolder:
    """Give a work that is killed a closed register of its own: files and keys of another one."""
    made = RegisterFolder(path)
    made.create()
    for part in (folder.database, folder.keys, folder.keys_copy):
        shutil.copyfile(part, path / part.name)
    return made


def open_register(folder: RegisterFolder) -> Any:
    """Open as the program does: lock, keys, schema; a context manager."""
    return opened(folder, USER, lambda: PASSWORD)
