"""Work done on a disk that fails at its n-th call, for n = 1, 2, 3 … until it passes.

Run as a program of its own with `faulty.c` preloaded; writes a line of JSON for every n: what was
said, and what was found wrong afterwards.
"""

from __future__ import annotations

import ctypes
import errno
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from models.clock import stopped_at
from models.errors import UserError, WorldError
from models.exchange.importing import carry_out, plan_import
from models.registers.members import MEMBERS
from models.registers.people import Person
from models.store.backup.drilling import drill
from models.store.backup.keeping import Target, back_up
from models.store.backup.log import Place
from models.store.backup.permission import Entrant
from models.store.backup.proving import prove
from models.store.backup.restoring import restore
from models.store.backup.shelf import copies_in
from models.store.backup.snapshot import open_key
from models.store.change import change
from models.store.check import findings
from models.store.database import close_database
from models.store.erasing import erase
from models.store.folder import RegisterFolder
from models.store.recovery_key import RecoveryKey
from models.store.rekeying import change_key
from models.store.vault import Vault
from tests.conftest import TODAY
from tests.faults.killing import open_register
from tests.faults.works import use_steps
from tests.models.store.backup.conftest import PEOPLE, add_people
from tests.models.store.first_keys import PASSWORD

MOST = 4000
FRESH = RecoveryKey(bytes(range(32, 64)))
MANNERS = ("once", "lasting", "reading")
"""A call fails; all from one on; all from one on, where reading counts as a call."""


class Disk:
    """The failing disk, through the preloaded library."""

    def __init__(self) -> None:
        self._calls = ctypes.CDLL(None)
        self._calls.fault_seen.restype = ctypes.c_long
        self._calls.fault_arm.argtypes = (
            ctypes.c_char_p,
            ctypes.c_long,
            ctypes.c_int,
            ctypes.c_int,
        )

    def arm(self, folder: Path, nth: int, code: int, manner: str) -> None:
        self._calls.fault_arm(str(folder).encode(), nth, code, MANNERS.index(manner))

    def calm(self) -> int:
        """Let nothing fail any more; tell how many calls were seen."""
        seen = int(self._calls.fault_seen())
        self._calls.fault_arm(b"", 0, 0, 0)
        return seen


class Scene:
    """A register, a stick with one good copy, and what else the work needs; fresh for every n."""

    def __init__(self, template: Path, where: Path) -> None:
        shutil.rmtree(where, ignore_errors=True)
        shutil.copytree(template, where)
        self.folder, self.shelf = RegisterFolder(where / "so"), where / "usb"
        self.workbook, self.steps = where / "ds.xlsx", where / "steps"
        self.copy = next(self.shelf.glob("*.stpbak"))
        self.first_key = self.key

    @property
    def key(self) -> bytes:
        return Vault.open(self.folder, repair=False).unlock("An", PASSWORD)


def save(scene: Scene) -> None:
    with open_register(scene.folder):
        add_people(PEOPLE + 1, PEOPLE + 1)


def bring_in(scene: Scene) -> None:
    with open_register(scene.folder):
        carry_out(plan_import(scene.workbook, MEMBERS))


def erase_for_good(scene: Scene) -> None:
    with open_register(scene.folder):
        gone = Person(full_name="Quách Xuân Phượng", citizen_id="095179004412")
        with change("Thêm người") as work:
            work.save(gone)
        with change("Xóa người") as work:
            work.trash(gone)
        with stopped_at(TODAY + timedelta(days=6 * 366)):
            erase([Person.get_by_id(gone.id)], "hết hạn lưu")


def copy(scene: Scene) -> None:
    with open_register(scene.folder):
        back_up(scene.folder, Target(scene.shelf, Place("SAOLUU-01", "a1")))


def put_back(scene: Scene) -> None:
    restore(scene.folder, scene.copy, Entrant("An", scene.key))


def change_code(scene: Scene) -> None:
    change_key(scene.folder, "An", PASSWORD, FRESH.text)


def try_out(scene: Scene) -> None:
    with open_register(scene.folder):
        assert drill(scene.folder, scene.copy).findings == ()


def upgrade(scene: Scene) -> None:
    use_steps(scene.steps, 99, setattr)
    with open_register(scene.folder):
        pass


WORKS: dict[str, tuple[Callable[[Scene], None], str]] = {
    "save": (save, "so"),
    "import": (bring_in, "so"),
    "backup": (copy, "usb"),
    "restore": (put_back, "so"),
    "upgrade": (upgrade, "so"),
    "erase": (erase_for_good, "so"),
    "rekey": (change_code, "so"),
    "restore from the stick": (put_back, "usb"),
    "drill": (try_out, "usb"),
}


def wrong_after(scene: Scene, work: str, *, passed: bool) -> Iterator[str]:
    """Everything that is not as it must be, whatever failed."""
    with suppress(UserError), open_register(scene.folder):
        yield from findings()
        count = Person.select().count()
        least = PEOPLE if work.startswith("restore") else PEOPLE + 2
        if count < least or (passed and work in ("save", "import") and count == least):
            yield f"{count} people"
        key = open_key()
    if passed and work == "rekey" and key != FRESH.data_key:
        yield "the old key still opens it"
    good = 0
    for one in copies_in(scene.shelf):
        try:
            prove(one.path, scene.first_key)
            good += 1
        except WorldError as error:
            yield f"a bad copy has a name: {error.message}"
    if good < (2 if passed and work == "backup" else 1):
        yield f"{good} good copies"


def main(template: Path, where: Path, words: list[str]) -> None:
    """Try a work: its name, the failure's name, one of `MANNERS`, which n."""
    work, code, manner, ns = words
    disk, (act, part) = Disk(), WORKS[work]
    wanted = range(1, MOST) if ns == "all" else [int(n) for n in ns.split(",")]
    for n in wanted:
        scene = Scene(template, where)
        said, passed = "", False
        disk.arm(where / part, n, getattr(errno, code), manner)
        try:
            act(scene)
            passed = True
        except (WorldError, UserError) as error:
            said = error.message
        seen = disk.calm()
        close_database()
        wrong = list(wrong_after(scene, work, passed=passed))
        done: dict[str, Any] = {
            "n": n,
            "seen": seen,
            "passed": passed,
            "said": said,
            "wrong": wrong,
        }
        sys.stdout.write(json.dumps(done) + "\n")
        sys.stdout.flush()
        if seen < n:
            break


if __name__ == "__main__":
    with stopped_at(TODAY):
        main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
