"""Registers of 10 thousand, 100 thousand and a million invented people, made once and kept.

Rows carry what the store itself would have written (`keys.fill`); indexes and the trigram table are
made after the rows, which is the only difference to an import.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from models.record import Record, new_uid, stored
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from models.store import keys, migrations, schema
from models.store.database import close_database, create_database, database, open_database
from models.store.history import insert_rows
from models.store.search import trigram_table
from models.store.session import set_user
from models.values.partial_date import PartialDate
from tests.benchmarks import words

KEY = bytes(range(32))
AREAS, TEAM_SIZE, CHUNK = 40, 25, 20_000
MOMENT = "2026-03-02T08:00:00+07:00"


def open_people(folder: Path, size: int, *, at: Path | None = None) -> Path:
    """Open the register of so many people, and as many memberships; make it first if need be.

    Args:
        folder: where registers are kept from run to run.
        size: number of people.
        at: a copy of the register to open instead.
    """
    path = at or folder / f"people-{size}-{_layout()}.db"
    if path.exists():
        open_database(path, KEY)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        started = time.perf_counter()
        _make(path.with_suffix(".part"), size)
        path.with_suffix(".part").rename(path)
        open_database(path, KEY)
        print(f"made {path.name}: {time.perf_counter() - started:.0f} s", flush=True)
    set_user("An")
    return path


def _layout() -> str:
    """Return a short name of how the tables measured are laid out today."""
    tables = tuple(f' "{model._meta.table_name}' for model in (Area, Team, Person, Membership))
    made = [text for text in schema.statements() if any(table in text for table in tables)]
    return hashlib.sha256("\n".join(made).encode()).hexdigest()[:12]


def _make(part: Path, size: int) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{part}{suffix}").unlink(missing_ok=True)
    create_database(part, KEY)
    migrations.upgrade()
    database.pragma("journal_mode", "off")
    database.pragma("synchronous", "off")
    chance = random.Random(size)
    areas = [Area(name=area_name(number), kind="Ấp") for number in range(AREAS)]
    _store(areas, 0)
    names = (f"Tổ tự quản số {number}" for number in range(1, size // TEAM_SIZE + 2))
    teams = [Team(name=name, area=chance.choice(areas)) for name in names]
    later = _drop_indexes()
    _store(teams, 0)
    for start in range(0, size, CHUNK):
        count = min(CHUNK, size - start)
        people = [invented(chance, areas) for _ in range(count)]
        _store(people, start)
        _store(list(_memberships(chance, people, teams)), start)
    for statement in later:
        database.execute_sql(statement)
    keys.rebuild(Team)
    close_database()


def area_name(number: int) -> str:
    """Return a name as areas have, another one for each number."""
    names = ("Sóc Đồn", "Bưng Thum", "Tân Lập", "Phước Hòa", "Thạnh Mỹ", "Giồng Chùa", "Cái Xe")
    return f"Ấp {names[number % len(names)]} {number // len(names) + 1}"


def _drop_indexes() -> list[str]:
    """Drop what slows bulk writing down; return the SQL that puts it back over the rows."""
    later: list[str] = []
    kinds = "sql IS NOT NULL AND type IN ('index', 'trigger')"
    sql = f"SELECT type, name, sql FROM sqlite_master WHERE {kinds} AND tbl_name IN (?, ?)"
    found = database.execute_sql(sql, ["person", "membership"]).fetchall()
    for kind, name, statement in found:
        database.execute_sql(f'DROP {kind} "{name}"')
        later.append(statement)
    for model in (Person, Membership):
        index = trigram_table(model)
        trigger = next(text for text in later if f'"{index}_add"' in text)
        select = trigger[trigger.index("INSERT INTO") : trigger.index("WHERE new.")]
        live = f'FROM "{model._meta.table_name}" AS new WHERE new.trashed_at IS NULL'
        later.append(f"{select} {live}")
    return later


def invented(chance: random.Random, areas: Sequence[Area | None]) -> Person:
    """Return a person nobody is, complete to a usual degree, not stored."""
    sex = "Nam" if chance.random() < 0.5 else "Nữ"
    birth = _birth(chance)
    name = f"{words.FAMILY(chance)} {words.MIDDLE[sex](chance)} {words.GIVEN[sex](chance)}"
    if chance.random() < 0.05:
        first, *_middle, last = name.split()
        name = f"{first} {last}"
    return Person(
        full_name=name,
        birth_date=birth,
        sex=sex,
        citizen_id=_citizen_id(chance, birth, sex) if chance.random() < 0.8 else "",
        old_id=f"3{chance.randrange(10**8):08d}" if chance.random() < 0.15 else "",
        phone=f"{words.MOBILE(chance)}{chance.randrange(10**7):07d}"
        if chance.random() < 0.6
        else "",
        area=chance.choice(areas),
        address=f"Số {chance.randrange(1, 400)}" if chance.random() < 0.4 else "",
        ethnicity=words.ETHNICITY(chance),
        religion=words.RELIGION(chance),
        education=words.EDUCATION(chance),
        job=words.JOB(chance),
        party_member=chance.random() < 0.04,
    )


def _birth(chance: random.Random) -> PartialDate | None:
    year, known = chance.randint(1935, 2012), chance.random()
    if known < 0.6:
        return PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))
    if known < 0.92:
        return PartialDate(year)
    return PartialDate(year, chance.randint(1, 12)) if known < 0.97 else None


def _citizen_id(chance: random.Random, birth: PartialDate | None, sex: str) -> str:
    year = birth.year if birth else 1980
    digit = (year // 100 - 19) * 2 + (sex == "Nữ")
    return f"{words.PROVINCE(chance)}{digit}{year % 100:02d}{chance.randrange(10**6):06d}"


def _memberships(
    chance: random.Random, people: list[Person], teams: list[Team]
) -> Iterator[Membership]:
    for person in people:
        role = "Tổ trưởng" if chance.random() < 1 / TEAM_SIZE else "Tổ viên"
        joined = PartialDate(chance.randint(2005, 2025), chance.randint(1, 12))
        yield Membership(person=person, team=chance.choice(teams), role=role, joined=joined)


def _store(records: list[Any], start: int) -> None:
    model: type[Record] = type(records[0])
    fields = model._meta.sorted_fields
    rows = []
    for key, record in enumerate(records, start=start + 1):
        record.id, record.uid = key, new_uid()
        record.created_at = record.updated_at = MOMENT
        record.created_by = record.updated_by = "An"
        keys.fill(record)
        rows.append(tuple(stored(record, field) for field in fields))
    insert_rows(model._meta.table_name, [field.column_name for field in fields], rows)
