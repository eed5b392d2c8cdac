"""A workbook of members as an office would send it: long, and with the usual mess in its cells."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from models.registers.areas import Area
from models.registers.people import Person
from models.values.partial_date import PartialDate
from tests.benchmarks.bench_people import AREAS, TEAM_SIZE, area_name, invented

HEADINGS = (
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "SĐT", "Ấp", "Tên tổ"),
    *("Chức vụ", "Dân tộc", "Trình độ", "Ngày tham gia"),
)


def write_members(path: Path, rows: int = 50_000) -> None:
    """Write so many members: ids and phones as numbers that lost their zeros, years, text dates.

    Teams are numbered through all areas; nineteen members in twenty live in their team's. One
    person in fifty stands in a second team; two in a thousand have a date nobody can read.
    """
    chance = random.Random(rows)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Thành viên")
    title = WriteOnlyCell(sheet, "DANH SÁCH THÀNH VIÊN CÁC TỔ TỰ QUẢN")
    title.font = Font(bold=True)
    sheet.append([None, title])
    sheet.append([])
    sheet.append(list(HEADINGS))
    areas = [Area(name=area_name(number)) for number in range(AREAS)]
    before: list[Any] = []
    team = 1
    for number in range(1, rows + 1):
        again = before and chance.random() < 0.02
        if not again:
            team = chance.randint(1, rows // TEAM_SIZE + 1)
            home = areas[team % AREAS] if chance.random() < 0.95 else chance.choice(areas)
            before = _person(chance, invented(chance, [home]))
        else:
            team = team % (rows // TEAM_SIZE) + 1
        role = "Tổ trưởng" if chance.random() < 1 / TEAM_SIZE else "Tổ viên"
        joined = dt.date(chance.randint(2005, 2024), chance.randint(1, 12), 1)
        who, rest = before[:6], before[6:]
        sheet.append([number, *who, f"Tổ tự quản số {team}", role, *rest, joined])
    sheet.append([None, f"Tổng cộng: {rows} người"])
    book.save(path)


def _person(chance: random.Random, person: Person) -> list[Any]:
    """Return a person's cells: name to area, then people and schooling."""
    phone: Any = person.phone
    citizen_id: Any = person.citizen_id
    if phone and chance.random() < 0.7:
        phone = int(phone)
    if citizen_id and chance.random() < 0.6:
        citizen_id = int(citizen_id)
    name = person.full_name.upper() if chance.random() < 0.1 else person.full_name
    area = person.area.name if person.area else ""
    birth = _birth(chance, person.birth_date)
    who = [name, birth, person.sex, citizen_id or None, phone or None, area]
    return [*who, person.ethnicity, person.education]


def _birth(chance: random.Random, birth: PartialDate | None) -> Any:
    if chance.random() < 0.002:
        return "31/02/1980"
    if birth is None or birth.month is None:
        return birth.year if birth else None
    if birth.day is None:
        return f"{birth.month}/{birth.year}"
    day = dt.date(birth.year, birth.month, birth.day)
    return day if chance.random() < 0.6 else day.strftime("%d/%m/%Y")
