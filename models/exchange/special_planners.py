"""Registers whose rows tell more than one record: teams and models with ratings, reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange import places
from models.exchange.draft import LEADER, LEADER_SEX
from models.exchange.known_memberships import KnownMemberships
from models.exchange.known_records import natural_key
from models.exchange.linked import WORKING, Ambiguous
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RATING
from models.exchange.members_planner import MemberPlanner
from models.exchange.person_rows import fill_person
from models.exchange.plan import State
from models.exchange.planner import Planner
from models.exchange.trainees_planner import ClassPlanner, TraineePlanner
from models.facts import Link
from models.register import field_id
from models.registers.areas import Area
from models.registers.classes import TrainingClass
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team
from models.registers.trainees import Trainee

if TYPE_CHECKING:
    from models.exchange.draft import Draft
    from models.exchange.known_records import Progress
    from models.exchange.plan import Plan


class AreaPlanner(Planner):
    """Areas: the kind stands in the name."""

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:
        """Take the kind from the name."""
        return {"kind": places.area_kind(values.get("name", ""))}

    def own_values(self, draft: Draft) -> dict[str, Any]:
        """Write a new name as registers do; a list of areas may give the kind beside the name."""
        values = super().own_values(draft)
        name, kind = values.get("name", ""), values.get("kind", "")
        exact = any(area.name == name for area in self.linked.titled(Area, name))
        if name and not exact and self.known.of_identity(draft) is None:
            whole = name if not kind or places.area_kind(name) else f"{kind} {name}"
            values["name"] = places.area_name(whole)
        return values


class RatedPlanner(Planner):
    """Rows that also tell yearly ratings."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._reviews: dict[tuple[object, ...], Review] = {}

    def prepare(self, drafts: list[Draft], report: Progress) -> None:
        """Read the reviews too, so that a rating told twice is entered once."""
        super().prepare(drafts, report)
        for review in Review.select().where(Review.trashed_at.is_null()):
            self._reviews.setdefault(natural_key(review), review)

    def rate(self, draft: Draft, **subject: Any) -> None:  # noqa: ANN401
        """Plan the reviews that a row's ratings tell."""
        for year, text in draft.ratings:
            rating = Review.rating.parse(text)
            review = Review(year=year, part="", rating=rating, **subject)
            key = natural_key(review)
            known = self._reviews.get(key)
            if known is not None:
                self._rate_again(draft, known, rating)
            elif self.passes(draft, review):
                self.plan_new(review)
                self.filling.tell(review, {"rating": rating}, draft.row)
                self._reviews[key] = review
                self.undoing.note(lambda key=key: self._reviews.pop(key))  # type: ignore[misc]
                self.mark_updated(draft)

    def _rate_again(self, draft: Draft, known: Review, rating: str) -> None:
        changed, contradictions = self.filling.fill(known, {"rating": rating}, draft.row)
        for found in contradictions:
            draft.warn(f"Khác xếp loại ở dòng {found.row.number}; giữ theo dòng đó.", RATING)
        if changed:
            self.mark_updated(draft)

    def mark_updated(self, draft: Draft) -> None:
        """A known record that the row adds something to counts as updated."""
        if draft.row.state is State.SAME:
            draft.row.state = State.UPDATED


class SchemePlanner(RatedPlanner):
    """Models with their yearly ratings."""

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        """A model in a list works unless the row says otherwise."""
        return {"state": WORKING}

    def after(self, draft: Draft, record: Scheme) -> None:
        """Plan the ratings."""
        self.rate(draft, scheme=record)


class TeamPlanner(RatedPlanner):
    """Teams with their leader, the leader's telephone, and yearly ratings."""

    name_keys = (LEADER_NAME,)

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.memberships = KnownMemberships(self.linked, self.people, self.undoing)
        self.apart.service = self.memberships.service

    def prepare(self, drafts: list[Draft], report: Progress) -> None:
        """Read also who may be the leaders, and who leads now."""
        super().prepare(drafts, report)
        self.memberships.read(report)

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:
        """A team in a list works; its name tells its kind."""
        kind, statutory = places.team_kind(values.get("name", ""))
        return {"state": WORKING, "kind": kind, "statutory": statutory}

    def after(self, draft: Draft, record: Team) -> None:
        """Plan the leader and the ratings."""
        if LEADER_NAME in draft.values:
            self._lead(draft, record)
        if not draft.row.stays_out:
            self.rate(draft, team=record)

    def _lead(self, draft: Draft, team: Team) -> None:
        """Plan who leads a team: the known leader, a known member, or somebody new."""
        told = {
            "full_name": draft.values[LEADER_NAME],
            "phone": draft.values.get(LEADER_PHONE, ""),
            "sex": draft.values.get(LEADER_SEX, ""),
        }
        wanted = Person(**told, area=team.area)
        leaders = self.memberships.leaders(team)
        for member in leaders:
            if member.person.title_key() == wanted.title_key():
                self._tell_more(draft, member.person, told)
                return
        found = self.apart.find(draft, wanted, self.memberships.are_in(team))
        if found.doubt:
            draft.doubt(f"Tổ trưởng: {found.doubt}", LEADER_NAME)
            return
        if found.hint:
            draft.warn(f"Tổ trưởng: {found.hint}", LEADER_NAME)
        for member in leaders:
            role = member.role.lower()
            draft.warn(f"Tổ đã có {role} {member.title}. Vẫn nhập.", LEADER_NAME)
        self._appoint(draft, team, found.person or self._add_person(draft, wanted, told), told)

    def _add_person(self, draft: Draft, wanted: Person, told: dict[str, Any]) -> Person:
        self.filling.remark(wanted, draft.remarks.get(LEADER, []))
        if self.passes(draft, wanted):
            self.filling.tell(wanted, told, draft.row)
            self.plan_new(wanted)
            self.people.add(wanted, draft.row)
            self.apart.keep_apart(draft, wanted)
        return wanted

    def _appoint(self, draft: Draft, team: Team, person: Person, told: dict[str, Any]) -> None:
        if draft.row.stays_out:
            return
        self._tell_more(draft, person, told)
        role = _leading_role(team)
        serving = [member for member in self.memberships.of(person, team) if member.left is None]
        if serving:
            self.filling.fill(serving[0], {"role": role}, draft.row)
        else:
            member = Membership(person=person, team=team, role=role)
            self.plan_new(member)
            self.memberships.add(member)
        self.mark_updated(draft)

    def _tell_more(self, draft: Draft, person: Person, told: dict[str, Any]) -> None:
        changed = fill_person(self.filling, draft, person, told)
        changed |= self.filling.remark(person, draft.remarks.get(LEADER, []))
        if changed and self.passes(draft, person):
            self.mark_updated(draft)


class ReviewPlanner(Planner):
    """Reviews: the member they are of is named, and told apart by the team where it is given."""

    def link(self, field: Link[Any], draft: Draft) -> Any:  # noqa: ANN401
        """Return what a row rates; the team beside a member only tells which member."""
        text = draft.values.get(field_id(Review.member), "")
        if field.rel_model is Membership:
            return self._member(text, draft) if text else None
        if field.rel_model is Team and not text:
            return self._team(draft)
        return None if text else super().link(field, draft)

    def _team(self, draft: Draft) -> Team | None:
        text = draft.values.get(field_id(Review.team), "")
        if not text:
            return None
        known: Team | None = self.still_linked(Review.team, draft)
        return known or self.links.team(text, draft)

    def _member(self, text: str, draft: Draft) -> Membership:
        named = Membership.sort_key == Membership.key_of_title(text)
        found = list(Membership.select().where(named, Membership.trashed_at.is_null()))
        known = self.known.of_identity(draft)
        for member in found:
            if known is not None and known.member_id == member.id:
                return member
        team = draft.values.get(field_id(Review.team), "")
        if team:
            wanted = self.links.team(team, draft)
            found = [member for member in found if member.team_id == wanted.id]
        if len(found) == 1:
            return found[0]
        many = f"Có {len(found)} thành viên" if found else "Chưa có thành viên"
        message = f"{many} tên “{text}”. Ghi rõ tổ của người đó."
        raise Ambiguous(message, Membership.__name__)


def _leading_role(team: Team) -> str:
    """Return what the head of a team of this kind is called."""
    first = team.kind.split(" ")[0] if team.kind else ""
    return {"Đội": "Đội trưởng", "Câu": "Chủ nhiệm", "Ban": "Trưởng ban"}.get(first, "Tổ trưởng")


PLANNERS: dict[Any, type[Planner]] = {
    Area: AreaPlanner,
    Scheme: SchemePlanner,
    Team: TeamPlanner,
    Membership: MemberPlanner,
    Review: ReviewPlanner,
    TrainingClass: ClassPlanner,
    Trainee: TraineePlanner,
}
"""Which kinds of record are planned by more than the general planner."""
