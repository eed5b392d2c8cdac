"""What the killed processes do: single saves one after another, and one change of many."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from models.exchange.importing import carry_out, plan_import
from models.registers.areas import Area
from models.registers.members import MEMBERS
from models.registers.people import Person
from models.store import database, migrations
from models.store.backup.keeping import Target, back_up
from models.store.backup.log import Place
from models.store.backup.permission import Entrant
from models.store.backup.restoring import restore
from models.store.backup.unlocking import unlock
from models.store.change import change
from models.store.erasing import due, erase
from models.store.folder import RegisterFolder
from models.store.merging import merge
from models.store.rekeying import change_key
from models.store.undo import take_apart
from tests.faults.killing import USER, open_register
from tests.faults.numbers import times
from tests.models.store.first_keys import PASSWORD

COUNTER = "Ấp Đếm"
MANY = times(500, 2000)


def save_people(told: Connection, path: Path, run: int) -> None:
    """Add a person and count them in an area, in one change each; tell the count once safe."""
    with open_register(RegisterFolder(path)):
        counter = Area.get(Area.name == COUNTER)
        for number in count((counter.households or 0) + 1):
            counter.households = number
            with change(f"Thêm người thứ {number}") as work:
                work.save(Person(full_name=f"Người thứ {number} lượt {run}"))
                work.save(counter)
            told.send(number)


def add_crowd(told: Connection, path: Path) -> None:
    """Add many people in one change; tell the time it begins and is safe."""
    with open_register(RegisterFolder(path)):
        people = [Person(full_name=f"Người thứ {number}") for number in range(MANY)]
        told.send(monotonic())
        with change("Nhập danh sách", kind="import", source="mau.xlsx") as work:
            work.add_many(people)
        told.send(monotonic())


def import_members(told: Connection, path: Path, workbook: Path) -> None:
    """Import a list of members; tell the time the writing begins and is safe."""
    with open_register(RegisterFolder(path)):
        plan = plan_import(workbook, MEMBERS)
        told.send(monotonic())
        carry_out(plan)
        told.send(monotonic())


def merge_and_part(told: Connection, path: Path) -> None:
    """Merge the two people there are and tell them apart, again and again; tell each once safe."""
    with open_register(RegisterFolder(path)):
        while True:
            kept, other = Person.select().order_by(Person.id).limit(2)
            made = merge(kept, other, {"phone": other.phone})
            told.send("one")
            take_apart(made)
            told.send("two")


def erase_one_by_one(told: Connection, path: Path) -> None:
    """Erase the people in the trash for good, one after the other; tell each once safe."""
    with open_register(RegisterFolder(path)):
        for one in due(Person):
            erase([one], "hết hạn lưu")
            told.send(one.full_name)


def back_up_often(told: Connection, path: Path, shelf: Path) -> None:
    """Back up again and again; tell when one begins, and its name once it is good."""
    folder = RegisterFolder(path)
    with open_register(folder):
        while True:
            told.send("begin")
            told.send(back_up(folder, Target(shelf, Place("USB")), keep=3).copy.path.name)


def restore_copy(told: Connection, path: Path, copy: Path) -> None:
    """Put a copy in a register's place; tell the time it begins and is done."""
    key = unlock(copy, USER, PASSWORD)
    told.send(monotonic())
    restore(RegisterFolder(path), copy, Entrant(USER, key))
    told.send(monotonic())


def change_key_of(told: Connection, path: Path, sheet: str) -> None:
    """Put a register under the key of a sheet; tell the time it begins and is done."""
    told.send(monotonic())
    change_key(RegisterFolder(path), USER, PASSWORD, sheet)
    told.send(monotonic())


def use_steps(steps: Path, version: int, put: Callable[[object, str, object], None]) -> None:
    """Let the program have another folder of schema steps."""
    for module in (migrations, database):
        put(module, "STEPS", steps)
        put(module, "SCHEMA_VERSION", version)


def upgrade(told: Connection, path: Path, steps: Path, version: int) -> None:
    """Open a register with steps of the schema it has not had yet; tell when it begins, ends."""
    use_steps(steps, version, setattr)
    told.send(monotonic())
    with open_register(RegisterFolder(path)):
        told.send(monotonic())
