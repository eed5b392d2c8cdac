"""Plans rows that tell a person and their place in a team; the team often stands in a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange import places
from models.exchange.draft import NAME
from models.exchange.filling import is_vaguer
from models.exchange.known_memberships import KnownMemberships
from models.exchange.linked import Ambiguous
from models.exchange.person_rows import PersonPlanner
from models.exchange.plan import State
from models.exchange.row_links import team_name
from models.exchange.team_areas import AREA, TEAM, TeamAreas, team_areas, team_in_area
from models.register import field_id
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team

if TYPE_CHECKING:
    from models.exchange.draft import Draft
    from models.exchange.known_records import Progress
    from models.exchange.plan import Plan
    from models.registers.areas import Area
    from models.values.partial_date import PartialDate

_OWN = [fact.name for fact in Membership.facts() if fact.name not in ("person", "team")]


class MemberPlanner(PersonPlanner):
    """One row is one membership; people and teams not known yet are planned with it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.memberships = KnownMemberships(self.linked, self.people, self.undoing)
        self.apart.service = self.memberships.service
        self._areas = TeamAreas()

    def prepare(self, drafts: list[Draft], report: Progress) -> None:
        """Read also where the people are members already."""
        super().prepare(drafts, report)
        self.memberships.read(report)
        self._areas = team_areas(drafts)

    def plan_row(self, draft: Draft) -> None:
        """Plan the person, then the membership."""
        known = self.known.of_identity(draft)
        if known is not None:
            known = self.memberships.met(known)
        team = self._team(draft) or (known.team if known is not None else None)
        if NAME not in draft.values and known is None:
            draft.refuse("Chưa có họ và tên.", NAME)
        if team is None:
            draft.refuse("Chưa có tổ. Ghi tên tổ ở cột Tổ hoặc ở dòng đầu của nhóm.", TEAM)
            return
        person = None
        if not draft.row.stays_out:
            met = known.person if known is not None else None
            person = self.person_of(draft, met, self.memberships.are_in(team))
        if person is None:
            return
        values = self._values(draft, person, team)
        member = known or self._membership(draft, values)
        if draft.row.stays_out:
            return
        if member is None:
            self.add(draft, values)
        else:
            self.change(draft, member, values)

    def _team(self, draft: Draft) -> Team | None:
        """Return the team a row names.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        text = draft.values.get(TEAM, "")
        if not text:
            return self.around.team(draft) or self._within()
        known: Team | None = self.still_linked(Membership.team, draft)
        if known is not None:
            return known
        try:
            return self.links.team(text, draft, self._team_area(draft, text))
        except Ambiguous:
            joined = self._team_joined(draft, text)
            if joined is None:
                raise
            return joined

    def _within(self) -> Team | None:
        """Return the team whose form the workbook was asked for in."""
        wanted = self.plan.within
        teams = self.linked.all(Team) if wanted is not None else []
        return next((team for team in teams if team.id == wanted), None)

    def _team_area(self, draft: Draft, text: str) -> Area | None:
        """Return the area of a row where it is that of the team too.

        Raises:
            Ambiguous: the file has teams of that name in other areas than the row's. Without this,
                rows before those teams would be taken otherwise than rows after them.
        """
        area = self.links.area(draft.values.get(AREA, ""), draft)
        if area is not None and AREA not in draft.values:
            return None
        place = team_in_area(draft)
        same = self.linked.titled(Team, team_name(text))
        if area is not None:
            theirs = [team.area.title_key() for team in same if team.area is not None]
            told = place in self._areas.apart or (not same and place in self._areas.alone)
            if told or (len(same) > 1 and area.title_key() in theirs):
                return area
        many = self._areas.many.get(place[0], 0)
        if many and not places.split_team(text)[1]:
            message = f"Tệp có {many} tổ tên “{text}”. Ghi thêm địa bàn của tổ."
            raise Ambiguous(message, Team.__name__)
        return None

    def _team_joined(self, draft: Draft, text: str) -> Team | None:
        """Return the one team of several of a name that the person is known to be in."""
        person = self.apart.chosen(draft) or self.people.find(self.wanted(draft)[0]).person
        if person is None:
            return None
        name = team_name(text)
        named = self.linked.titled(Team, name) or self.linked.titled(
            Team, places.split_team(name)[0]
        )
        joined = [team for team in named if self.memberships.of(person, team)]
        return joined[0] if len(joined) == 1 else None

    def _values(self, draft: Draft, person: Person, team: Team) -> dict[str, Any]:
        told = draft.values
        own = {name: told[key] for name in _OWN if (key := f"Membership.{name}") in told}
        return {"person": person, "team": team, **own}

    def _membership(self, draft: Draft, values: dict[str, Any]) -> Membership | None:
        """Return the membership of that person in that team which the row means."""
        known = self.memberships.of(values["person"], values["team"])
        left, joined = values.get("left"), values.get("joined")
        fitting = [member for member in known if _may_be_one(member.joined, joined)]
        for member in fitting:
            if member.left == left or (
                left and (member.left is None or is_vaguer(left, member.left))
            ):
                return member
        if left is not None or not known:
            return None
        if joined is not None:
            return fitting[0] if fitting and fitting[0].joined is not None else None
        ended = known[-1].left
        draft.doubt(
            f"Trong sổ đã thôi từ {ended.shown if ended else ''}. Nếu vào lại, ghi ngày tham gia."
        )
        return None

    def add(self, draft: Draft, values: dict[str, Any]) -> None:
        """Plan a new membership, and say what is odd about it beside others."""
        super().add(draft, values)

    def after(self, draft: Draft, record: Membership) -> None:
        """Say what is odd beside other memberships; count a person changed as a row updated."""
        row = draft.row
        if row.state is State.SAME and self.person_changed:
            row.state = State.UPDATED
        if row.state is State.SAME or record.left is not None:
            return
        if self.memberships.leads(record):
            for other in self.memberships.leaders(record.team):
                if other is not record:
                    role = other.role.lower()
                    draft.warn(
                        f"{other.team.name} đã có {role} {other.title}. Vẫn nhập.",
                        field_id(Membership.role),
                    )
        for other in self.memberships.elsewhere(record.person, record.team):
            role = other.role.lower() or "thành viên"
            draft.warn(f"Đang là {role} {other.team.name}. Vẫn nhập.", NAME)
        if row.state is State.NEW:
            self.memberships.add(record)


def _may_be_one(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether two dates of joining can be one, as far as both are known."""
    if one is None or other is None:
        return True
    shorter, longer = sorted((one.iso, other.iso), key=len)
    return longer.startswith(shorter)
