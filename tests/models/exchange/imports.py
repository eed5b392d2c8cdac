"""Imports as tests write them: rows or sheets of values in, counts and records out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.exchange.importing import carry_out, plan_import
from models.exchange.plan import Plan
from models.registers import register as described
from models.registers.areas import Area
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team
from tests.models.exchange import workbooks

Rows = Sequence[Sequence[object]]

HEAD = ("STT", "Họ và tên", "Năm sinh", "Giới tính", "Số CCCD", "Chức vụ", "Tổ", "Ấp", "Điện thoại")
BINH = (1, "Trần Thị Bình", 1981, "Nữ", "095181000001", "Tổ viên", "Tổ tự quản số 1", "Ấp Đông", "")
AN = (2, "Lê Văn An", "2/3/1980", "Nam", "", "Tổ phó", "Tổ tự quản số 1", "Ấp Đông", "0913555214")


def planned(
    folder: Path,
    register: str,
    sheets: Rows | Mapping[str, Rows],
    *,
    name: str = "tệp.xlsx",
    **options: Any,
) -> Plan:
    """Write a workbook and plan its import."""
    path = folder / name
    whole = sheets if isinstance(sheets, Mapping) else {"Trang 1": sheets}
    path.write_bytes(workbooks.xlsx(whole, **options))
    return plan_import(path, described(register))


def imported(
    folder: Path, register: str, sheets: Rows | Mapping[str, Rows], **options: Any
) -> Plan:
    """Write a workbook and import it."""
    plan = planned(folder, register, sheets, **options)
    carry_out(plan)
    return plan


def outcome(plan: Plan) -> dict[str, int]:
    """Give the states that rows have, with how many."""
    return {name: n for name, n in plan.counts().items() if n and name != "rows"}


def messages(plan: Plan) -> list[tuple[int, str, str]]:
    """Give row, column and words of what keeps rows out."""
    return [(found.row, found.column, found.message) for found in plan.problems()]


def warned(plan: Plan) -> list[str]:
    """Give the words of what is odd but goes in."""
    return [found.message for found in plan.warnings()]


def people() -> list[str]:
    live = Person.select().where(Person.trashed_at.is_null()).order_by(Person.sort_key)
    return [person.full_name for person in live]


def one_person(name: str = "") -> Person:
    """Give the only person, or the only one of a name."""
    (person,) = Person.select().where((Person.full_name == name) if name else (Person.id > 0))
    found: Person = person
    return found


def places() -> list[tuple[str, str, str]]:
    """Give team, area of the team and person of every membership."""
    live = Membership.select().where(Membership.trashed_at.is_null())
    return sorted((m.team.name, m.team.area.name if m.team.area else "", m.title) for m in live)


def teams() -> list[tuple[str, str, str]]:
    """Give name, kind and area of every team."""
    live = Team.select().where(Team.trashed_at.is_null())
    return sorted((t.name, t.kind, t.area.name if t.area else "") for t in live)


def areas() -> list[str]:
    return sorted(area.name for area in Area.select().where(Area.trashed_at.is_null()))
