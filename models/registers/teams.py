"""Teams of the movement with their members: who served where, as what, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from models import clock
from models.fields import (
    Catalogued,
    Choice,
    Day,
    Link,
    LongText,
    OfficialNumber,
    PartialDateField,
    PhoneField,
    ShortText,
    WholeNumber,
    YesNo,
)
from models.problem import Problem, warning
from models.record import Record
from models.register import Column, Register, Section
from models.registers.areas import AREA_HEADINGS, Area
from models.registers.people import Person
from models.registers.schemes import DISSOLVED, Scheme, Site, dissolving_is_told

if TYPE_CHECKING:
    from collections.abc import Iterator

TEAM_STATES = ("Đang hoạt động", "Củng cố", "Tạm ngừng", DISSOLVED)
FEWEST_MEMBERS = 3
"""Fewer members than this in a team is worth a look (DOMAIN f3: 1,7 a team was suspicious)."""


class Team(Record):
    """A tổ, đội, câu lạc bộ or ban."""

    NOUN: ClassVar[str] = "tổ"

    name = ShortText("Tên tổ", required=True, help_text="In đúng như trong quyết định")
    kind = Catalogued("team_kinds", "Loại hình", sorts=True)
    statutory = YesNo("Tổ luật định", help_text="Tổ bảo vệ ANTT, Tổ hòa giải")
    scheme_id: int | None
    area_id: int | None
    scheme = Link(Scheme, "Mô hình", sorts=True)
    site = Link(Site, "Điểm nhân rộng")
    area = Link(Area, "Địa bàn", sorts=True)
    scope = ShortText("Phạm vi")
    households = WholeNumber("Số hộ")
    population = WholeNumber("Nhân khẩu")
    state = Choice(TEAM_STATES, "Tình trạng", sorts=True)
    decision_number = OfficialNumber("Số quyết định thành lập")
    decision_date = PartialDateField("Ngày quyết định thành lập", sorts=True)
    decided_by = ShortText("Cơ quan ban hành")
    managed_by = ShortText("Cơ quan quản lý")
    quota = WholeNumber("Định mức thành viên")
    declared = WholeNumber("Số thành viên kê khai")
    meeting = ShortText("Họp định kỳ")
    phone = PhoneField("Điện thoại liên hệ", sensitive=True)
    officer = ShortText("Cán bộ Công an phụ trách")
    dissolved_on = PartialDateField("Ngày giải thể")
    dissolved_number = OfficialNumber("Số quyết định giải thể")
    dissolved_why = Catalogued("dissolve_reasons", "Lý do giải thể")
    note = LongText("Ghi chú")
    leader = ShortText("Tổ trưởng", derived=True, sorts=True)
    strength = WholeNumber("Số thành viên", derived=True, sorts=True)
    rating = ShortText("Xếp loại", derived=True, sorts=True)
    review_due = Day("Hạn đánh giá", derived=True, sorts=True)

    class Meta:
        """Table name."""

        table_name = "team"


class TeamArea(Record):
    """A further area that a team covers beside its own (Luật 30/2023/QH15, Điều 14)."""

    NOUN: ClassVar[str] = "địa bàn của tổ"

    team = Link(Team, "Tổ", required=True)
    area = Link(Area, "Địa bàn", required=True)

    class Meta:
        """Table name."""

        table_name = "team_area"

    @property
    def title(self) -> str:
        """Team and area."""
        return f"{self.team.name}, {self.area.name}"


class Membership(Record):
    """One person's time in one team."""

    NOUN: ClassVar[str] = "thành viên"
    TITLE: ClassVar[str] = "person"
    FULL_TEXT: ClassVar[bool] = True

    person_id: int
    team_id: int
    person = Link(Person, "Người", required=True, sorts=True)
    team = Link(Team, "Tổ", required=True, sorts=True)
    role = Catalogued("member_roles", "Chức danh", sorts=True)
    joined = PartialDateField("Ngày tham gia", sorts=True)
    left = PartialDateField("Ngày thôi", sorts=True)
    left_why = Catalogued("leave_reasons", "Lý do thôi")
    decision_number = OfficialNumber("Số quyết định")
    decision_date = PartialDateField("Ngày quyết định")
    badge = ShortText("Số giấy chứng nhận, biển hiệu")
    tool_licence = ShortText("Số giấy sử dụng công cụ hỗ trợ")
    note = LongText("Ghi chú")

    class Meta:
        """Table name."""

        table_name = "membership"

    @classmethod
    def key_of_title(cls, text: str) -> str:
        """Order as people are ordered."""
        return Person.key_of_title(text)


def few_members(team: Team) -> Iterator[Problem]:
    """Warn about a working team with fewer than three members."""
    counted = team.strength or team.declared
    if counted is not None and counted < FEWEST_MEMBERS and team.state != DISSOLVED and team.id:
        yield warning("name", f"Tổ chỉ có {counted} thành viên. Vẫn lưu được.")


def declared_agrees(team: Team) -> Iterator[Problem]:
    """Warn when the declared number differs from the members in the register."""
    if team.declared and team.strength and team.declared != team.strength:
        yield warning(
            "declared", f"Kê khai {team.declared}, trong sổ có {team.strength}. Vẫn lưu được."
        )


def site_is_of_scheme(team: Team) -> Iterator[Problem]:
    """A team's site belongs to the team's model."""
    if (
        team.site is not None
        and team.scheme_id is not None
        and team.site.scheme_id != team.scheme_id
    ):
        yield Problem("site", f"Điểm “{team.site.name}” thuộc mô hình khác.")


def review_is_due(team: Team) -> Iterator[Problem]:
    """Warn when the yearly review is overdue."""
    late = (clock.today() - team.review_due).days if team.review_due else 0
    if late > 0:
        yield warning("review_due", f"Hạn đánh giá quá {late} ngày.")


TEAMS = Register(
    name="teams",
    title="Tổ tự quản",
    model=Team,
    sections=(
        Section(
            "Thông tin chung",
            (
                Team.name,
                Team.scheme,
                Team.site,
                Team.kind,
                Team.statutory,
                Team.area,
                Team.scope,
                Team.households,
                Team.population,
                Team.state,
            ),
        ),
        Section(
            "Thành lập",
            (
                Team.decision_number,
                Team.decision_date,
                Team.decided_by,
                Team.managed_by,
                Team.quota,
                Team.declared,
            ),
        ),
        Section("Sinh hoạt", (Team.meeting, Team.phone, Team.officer)),
        Section(
            "Thành viên",
            (
                Person.full_name,
                Person.birth_date,
                Person.sex,
                Person.citizen_id,
                Person.phone,
                Membership.role,
                Membership.note,
            ),
        ),
        Section("Địa bàn khác cùng phụ trách", (TeamArea.area,)),
        Section("Giải thể", (Team.dissolved_on, Team.dissolved_number, Team.dissolved_why)),
        Section("Ghi chú", (Team.note,)),
    ),
    columns=(
        Column(Team.name, 3.4),
        Column(Team.area, 1.9),
        Column(Team.leader, 2.2),
        Column(Team.strength, 0.9),
        Column(Team.rating, 1.5),
        Column(Team.review_due, 1.6),
        Column(Team.state, 0),
        Column(Team.kind, 0),
        Column(Team.scheme, 0),
        Column(Scheme.recognition_level, 0),
        Column(Team.decision_date, 0),
    ),
    search=(
        Team.name,
        Team.area,
        Team.leader,
        Team.kind,
        Team.decision_number,
        Team.phone,
    ),
    rules=(dissolving_is_told, site_is_of_scheme, few_members, declared_agrees, review_is_due),
    aliases=(
        (
            Team.name,
            (
                "Tổ",
                "Tên tổ, đội",
                "Tên tổ tự quản",
                "Tên câu lạc bộ",
                "Tên CLB",
                "Tên đội",
                "TenTo",
            ),
        ),
        (Team.kind, ("Loại tổ", "Loại")),
        (Team.scheme, ("Thuộc mô hình", "Tên mô hình")),
        (Scheme.recognition_level, ("Cấp công nhận",)),
        (Team.area, (*AREA_HEADINGS, "Địa bàn hoạt động")),
        (
            Team.decision_number,
            ("Quyết định thành lập số", "Quyết định thành lập", "Số QĐ", "QĐ số", "Quyết định số"),
        ),
        (
            Team.decision_date,
            ("Quyết định thành lập ngày", "Ngày QĐ", "Ngày thành lập", "Ngày quyết định"),
        ),
        (
            Team.declared,
            ("Số TV", "Số thành viên", "Tổng số thành viên", "TV", "Sĩ số", "Quân số", "Số người"),
        ),
        (Team.quota, ("Định mức", "Định biên")),
        (Team.phone, ("Điện thoại tổ",)),
        (Team.meeting, ("Lịch sinh hoạt",)),
    ),
)
