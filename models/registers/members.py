"""Membership: a person in a team, as what, from when to when, with service before it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.catalogues import catalogue
from models.passage import Passage
from models.problem import Problem, warning
from models.register import Column, Register, Section, asks_register
from models.registers.people import EarlierService, Person
from models.registers.teams import Membership, Team

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MEMBERS", "EarlierService", "Membership", "is_leader", "leading_roles"]


def dates_in_order(member: Membership) -> Iterator[Problem]:
    """Nobody leaves before joining."""
    if member.joined and member.left and member.left.last < member.joined.first:
        yield Problem(
            "left", f"Ngày thôi {member.left.shown} trước ngày tham gia {member.joined.shown}."
        )


@asks_register
def not_twice_in_team(member: Membership) -> Iterator[Problem]:
    """One person holds one place in a team at a time."""
    for other in _others(member, Membership.person == member.person_id):
        if other.team_id == member.team_id and other.left is None and member.left is None:
            yield Problem(
                "person", f"{member.title} đã là {_lower(other.role)} của {other.team.name}."
            )


@asks_register
def one_leader(member: Membership) -> Iterator[Problem]:
    """Warn when the team already has a leader, as it stands in the form of the team."""
    if not is_leader(member.role) or member.left is not None:
        return
    stored = partial(_others, member, Membership.team == member.team_id)
    for other in (member.beside or stored)():
        if is_leader(other.role) and other.left is None:
            team = other.team.name or "Tổ này"
            yield warning("role", f"{team} đã có {_lower(other.role)} {other.title}. Vẫn lưu được.")


@asks_register
def also_elsewhere(member: Membership) -> Iterator[Problem]:
    """Tell when the person already serves in another team."""
    for other in _others(member, Membership.person == member.person_id):
        if other.team_id != member.team_id and other.left is None and member.left is None:
            yield warning(
                "person", f"Đang là {_lower(other.role)} {other.team.name}. Vẫn lưu được."
            )


def times_in_teams(person: Person) -> Iterator[Passage]:
    """Tell when a person joined and left teams, and as what."""
    live = (Membership.person == person.id) & Membership.trashed_at.is_null()
    for member in Membership.select().where(live):
        role = f", {_lower(member.role)}"
        yield Passage(member.joined, f"Vào {member.team.name}{role}", member)
        if member.left is not None:
            why = f": {member.left_why[:1].lower()}{member.left_why[1:]}" if member.left_why else ""
            yield Passage(member.left, f"Thôi {member.team.name}{why}", member)


def service_told(person: Person) -> Iterator[Passage]:
    """Tell of service before and beside teams."""
    live = (EarlierService.person == person.id) & EarlierService.trashed_at.is_null()
    for service in EarlierService.select().where(live):
        where = f", {service.unit}" if service.unit else ""
        until = f", đến {service.ended.shown}" if service.ended else ""
        yield Passage(service.started, f"{service.force}{where}{until}", service)


def leading_roles() -> list[str]:
    """Return the roles that head a team, of every kind of team."""
    return [entry.word for entry in catalogue("member_roles").having(rank="leader")]


def is_leader(role: str) -> bool:
    """Tell whether a role heads its team."""
    return role in leading_roles()


def _lower(role: str) -> str:
    return role.lower() or "thành viên"


def _others(member: Membership, condition: object) -> list[Membership]:
    query = Membership.select().where(condition, Membership.trashed_at.is_null()).limit(20)
    return [other for other in query if other.id != member.id]


MEMBERS = Register(
    name="members",
    title="Thành viên",
    model=Membership,
    sections=(
        Section("Người và tổ", (Membership.person, Membership.team, Membership.role)),
        Section(
            "Thời gian",
            (
                Membership.joined,
                Membership.decision_number,
                Membership.decision_date,
                Membership.left,
                Membership.left_why,
            ),
        ),
        Section("Giấy tờ", (Membership.badge, Membership.tool_licence)),
        Section("Ghi chú", (Membership.note,)),
    ),
    columns=(
        Column(Person.full_name, 3),
        Column(Person.birth_date, 1.5),
        Column(Person.sex, 0),
        Column(Membership.role, 1.6),
        Column(Membership.team, 3),
        Column(Person.phone, 1.7),
        Column(Person.citizen_id, 0),
        Column(Person.ethnicity, 0),
        Column(Person.religion, 0),
        Column(Person.education, 0),
        Column(Person.area, 0),
        Column(Person.address, 0),
        Column(Person.job, 0),
        Column(Person.party_member, 0),
        Column(Membership.joined, 0),
    ),
    search=(
        Person.full_name,
        Person.citizen_id,
        Person.old_id,
        Person.phone,
        Team.name,
        Membership.role,
    ),
    rules=(dates_in_order, not_twice_in_team, one_leader, also_elsewhere),
    aliases=(
        (
            Membership.team,
            (
                "Tên tổ",
                "Đơn vị",
                "Thuộc tổ",
                "Đội",
                "Tổ, đội",
                "Tổ ANTT",
                "Tổ tự quản",
                "Câu lạc bộ",
                "CLB",
            ),
        ),
        (
            Membership.role,
            ("Chức vụ", "Vai trò", "Nhiệm vụ", "Chức danh trong tổ", "Phân công nhiệm vụ"),
        ),
        (
            Membership.joined,
            (
                "Ngày vào",
                "Tham gia từ",
                "Ngày vào tổ",
                "Từ ngày",
                "Năm tham gia",
                "Tháng năm tham gia",
                "Thời gian tham gia",
            ),
        ),
        (Membership.left, ("Ngày nghỉ", "Ngày ra", "Đến ngày")),
        (Membership.left_why, ("Lý do nghỉ", "Lý do")),
        (Membership.badge, ("Số GCN", "Số thẻ", "Biển hiệu", "Số hiệu")),
        (Membership.tool_licence, ("GCN CCHT", "Số GCN sử dụng CCHT")),
    ),
)
