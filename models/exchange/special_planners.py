"""Registers whose workbook rows hold more than one record: members, teams, models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.exchange.linked import WORKING, team_kind
from models.exchange.meanings import LEADER_NAME, LEADER_PHONE, RATING
from models.exchange.plan import State
from models.exchange.planner import NATURAL, Planner, part_of_key
from models.facts import Link
from models.register import field_id
from models.registers.members import Membership, leading_roles
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import Team

if TYPE_CHECKING:
    from models.exchange.drafts import Draft
    from models.exchange.plan import Plan


class MemberPlanner(Planner):
    """A row tells a person and their place in a team; the team often stands in a caption."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._planned: Person | None = None
        self._person_changed = False

    def own_values(self, draft: Draft) -> dict[str, Any]:
        """Return the membership's values; the person is found or planned first."""
        self._person_changed = False
        return super().own_values(draft)

    def link(self, field: Link[Any], draft: Draft) -> Any:  # noqa: ANN401
        """Return the linked record; the person from the columns that describe one."""
        if field.rel_model is not Person:
            return super().link(field, draft)
        values = person_values(draft)
        area_text = draft.values.get(field_id(Person.area), "")
        area = self.linked.area_named(area_text) if area_text else self.area_around(draft)
        if area is not None:
            values["area"] = area
        return self._person(draft, values)

    def _person(self, draft: Draft, values: dict[str, Any]) -> Person | None:
        uid_known = self.by_uid.get(draft.values.get("uid", ""))
        wanted = Person(**values)
        known = uid_known.person if uid_known else self.person_like(draft, wanted)
        if draft.row.state is State.DOUBTFUL:
            return None
        if known is not None:
            self._person_changed = self.fill(known, values, replace=True)
            return known
        if self.passes(draft, wanted):
            self._planned = wanted
        return wanted

    def take(self, draft: Draft) -> None:
        """Plan one row; a new person is added only with their membership."""
        self._planned = None
        super().take(draft)
        if self._planned is not None and draft.row.state in (State.NEW, State.UPDATED):
            self.plan.new.setdefault(Person, []).append(self._planned)
            self.people.add(self._planned)
        if draft.row.state is State.SAME and self._person_changed:
            draft.row.state = State.UPDATED


class RatedPlanner(Planner):
    """Rows that also tell a year's rating."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._reviews: dict[tuple[object, ...], Review] = {}

    def load_known(self) -> None:
        """Read the reviews, so that a rating told twice is entered once."""
        super().load_known()
        for review in Review.select().where(Review.trashed_at.is_null()):
            self._reviews.setdefault(_review_key(review), review)

    def rate(self, draft: Draft, **subject: Any) -> None:  # noqa: ANN401
        """Plan the review that a row's rating tells."""
        text = draft.values.get(RATING, "")
        if not text:
            return
        rating = Review.rating.parse(text)
        review = Review(year=draft.rating_year, part="", rating=rating, **subject)
        known = self._reviews.get(_review_key(review))
        if known is not None:
            if self.fill(known, {"rating": rating}, replace=True):
                self.mark_updated(draft)
            return
        if self.passes(draft, review):
            self.plan.new.setdefault(Review, []).append(review)
            self._reviews[_review_key(review)] = review
            self.mark_updated(draft)

    def mark_updated(self, draft: Draft) -> None:
        """A known record that the row adds something to counts as updated."""
        if draft.row.state is State.SAME:
            draft.row.state = State.UPDATED


class SchemePlanner(RatedPlanner):
    """Models with their yearly rating."""

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        """A model in a list works unless the row says otherwise."""
        return {"state": WORKING}

    def after(self, draft: Draft, record: Scheme) -> None:
        """Plan the rating."""
        self.rate(draft, scheme=record)


class TeamPlanner(RatedPlanner):
    """Teams with their leader, the leader's telephone, and a yearly rating."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._leaders: dict[object, list[Membership]] = {}

    def prepare(self, drafts: list[Draft]) -> None:
        """Read also who may be the leaders, and who leads now."""
        super().prepare(drafts)
        names = [draft.values.get(LEADER_NAME, "") for draft in drafts]
        self.people.fetch([], [Person.key_of_title(name) for name in names if name])
        leading = Membership.role.in_(leading_roles()) & Membership.left.is_null()
        for member in Membership.select().where(leading & Membership.trashed_at.is_null()):
            self._leaders.setdefault(part_of_key(member, "team"), []).append(member)

    def defaults(self, values: dict[str, Any]) -> dict[str, Any]:
        """A team in a list works; its name tells its kind."""
        kind, statutory = team_kind(values.get("name", ""))
        return {"state": WORKING, "kind": kind, "statutory": statutory}

    def after(self, draft: Draft, record: Team) -> None:
        """Plan the leader and the rating."""
        if LEADER_NAME in draft.values:
            self._lead(draft, record)
        self.rate(draft, team=record)

    def _lead(self, draft: Draft, team: Team) -> None:
        values = {
            "full_name": draft.values[LEADER_NAME],
            "phone": draft.values.get(LEADER_PHONE, ""),
            "sex": draft.values.get("leader.sex", ""),
        }
        wanted = Person(**values, area=team.area)
        key = team.id or ("planned", id(team))
        for member in self._leaders.get(key, []):
            if member.person.title_key() == wanted.title_key():
                if self.fill(member.person, values):
                    self.mark_updated(draft)
                return
        known = self.people.find(wanted)
        if known.doubt or known.hint:
            self.warn(draft, known.doubt or known.hint)
        person = known.person or wanted
        if not self.passes(draft, person):
            return
        if known.person is None:
            self.plan.new.setdefault(Person, []).append(person)
            self.people.add(person)
        member = Membership(person=person, team=team, role=_leading_role(team))
        self.plan.new.setdefault(Membership, []).append(member)
        self._leaders.setdefault(key, []).append(member)
        self.mark_updated(draft)


def person_values(draft: Draft) -> dict[str, Any]:
    """Return the values of a row that describe a person."""
    prefix = f"{Person.__name__}."
    return {
        key.removeprefix(prefix): value
        for key, value in draft.values.items()
        if key.startswith(prefix) and key != field_id(Person.area)
    }


def _leading_role(team: Team) -> str:
    """Return what the head of a team of this kind is called."""
    first = team.kind.split(" ")[0] if team.kind else ""
    return {"Đội": "Đội trưởng", "Câu": "Chủ nhiệm", "Ban": "Trưởng ban"}.get(first, "Tổ trưởng")


def _review_key(review: Review) -> tuple[object, ...]:
    return tuple(part_of_key(review, name) for name in NATURAL[Review])
