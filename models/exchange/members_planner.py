"""Plans rows that tell a person and their place in a team; the team often stands in a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange.draft import NAME
from models.exchange.filling import is_vaguer
from models.exchange.known_memberships import KnownMemberships
from models.exchange.plan import State
from models.exchange.planner import Planner
from models.exchange.row_links import team_name
from models.exchange.team_areas import AREA, TEAM, TeamAreas, team_areas, team_in_area
from models.register import field_id
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.teams import Team

if TYPE_CHECKING:
    from models.exchange.draft import Draft
    from models.exchange.filling import Filling
    from models.exchange.known_records import Progress
    from models.exchange.plan import Plan
    from models.registers.areas import Area
    from models.values.partial_date import PartialDate

ADDRESS = field_id(Person.address)
_PREFIX = f"{Person.__name__}."
_OWN = [fact.name for fact in Membership.facts() if fact.name not in ("person", "team")]


class MemberPlanner(Planner):
    """One row is one membership; people and teams not known yet are planned with it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.memberships = KnownMemberships(self.linked, self.people, self.undoing)
        self._person_changed = False
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
        person = None if draft.row.stays_out else self._person(draft, team, known)
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
        text = draft.values.get(TEAM, "")
        if not text:
            return self.around.team(draft)
        known: Team | None = self.still_linked(Membership.team, draft)
        return known or self.links.team(text, draft, self._team_area(draft, text))

    def _team_area(self, draft: Draft, text: str) -> Area | None:
        """Return the area of a row where it is that of the team too."""
        area = self.links.area(draft.values.get(AREA, ""), draft)
        if area is None or AREA not in draft.values:
            return None
        same = self.linked.titled(Team, team_name(text))
        theirs = [team.area.title_key() for team in same if team.area is not None]
        place = team_in_area(draft)
        told = place in self._areas.apart or (not same and place in self._areas.alone)
        return area if told or (len(same) > 1 and area.title_key() in theirs) else None

    def _values(self, draft: Draft, person: Person, team: Team) -> dict[str, Any]:
        told = draft.values
        own = {name: told[key] for name in _OWN if (key := f"Membership.{name}") in told}
        return {"person": person, "team": team, **own}

    def _person(self, draft: Draft, team: Team, known: Membership | None) -> Person | None:
        """Return who is meant, known or planned; nothing when the row stays out."""
        told = person_values(draft)
        text = draft.values.get(AREA, "")
        if text:
            told["area"] = self.links.area(text, draft)
        wanted = Person(**told)
        if wanted.area is None:
            wanted.area = self._area_around(draft)
        if known is not None:
            person: Person | None = known.person
        else:
            person = self.person_like(draft, wanted, self.memberships.are_in(team))
        if draft.row.stays_out:
            return None
        remarks = draft.remarks.get(Person.__name__, [])
        self._person_changed = False
        if person is not None:
            return self._tell_more(draft, person, told, wanted, remarks)
        self.filling.remark(wanted, remarks)
        if not self.passes(draft, wanted):
            return None
        self.filling.tell(wanted, told, draft.row)
        self.plan_new(wanted)
        self.people.add(wanted)
        return wanted

    def _area_around(self, draft: Draft) -> Any:  # noqa: ANN401
        address = draft.values.get(ADDRESS, "")
        return (self.linked.area_inside(address) if address else None) or self.around.area(draft)

    def _tell_more(
        self,
        draft: Draft,
        person: Person,
        told: dict[str, Any],
        wanted: Person,
        remarks: list[str],
    ) -> Person | None:
        """Put what the row tells into a known person; what an earlier row told otherwise stays."""
        changed = fill_person(self.filling, draft, person, told)
        changed |= self.filling.complete(person, {"area": wanted.area})
        changed |= self.filling.remark(person, remarks)
        self._person_changed = changed and person.id is not None
        if changed:
            self.people.learn(person)
            return person if self.passes(draft, person) else None
        return person

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
        if row.state is State.SAME and self._person_changed:
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


def person_values(draft: Draft) -> dict[str, Any]:
    """Return the values of a row that describe a person, the area aside."""
    return {
        key[len(_PREFIX) :]: value
        for key, value in draft.values.items()
        if key.startswith(_PREFIX) and key != AREA
    }


def fill_person(filling: Filling, draft: Draft, person: Person, told: dict[str, Any]) -> bool:
    """Put what a row tells into a known person; tell whether anything changed.

    What an earlier row of the file told otherwise stands, and is said.
    """
    changed, contradictions = filling.fill(person, told, draft.row)
    for found in contradictions:
        label = f"{found.field.label[0].lower()}{found.field.label[1:]}"
        draft.warn(
            f"Khác {label} ở dòng {found.row.number} trang {found.row.sheet}; giữ theo dòng đó.",
            field_id(found.field),
        )
    return changed


def _may_be_one(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Tell whether two dates of joining can be one, as far as both are known."""
    if one is None or other is None:
        return True
    shorter, longer = sorted((one.iso, other.iso), key=len)
    return longer.startswith(shorter)
