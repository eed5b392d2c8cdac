"""Derived fields: what a list shows of a record but other records hold (leader, strength, rating).

They are stored so that lists sort and filter by them at once, and counted here alone, by the
store, whenever one of the records they come from changes.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import fn

from models import clock
from models.fields import ShortText
from models.record import column, parts
from models.registers.class_summaries import (
    derive_classes,
    derive_sessions,
    derive_trainees,
    trainees_counted_with,
)
from models.registers.classes import Session, TrainingClass
from models.registers.members import Membership, leading_roles
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import DISSOLVED, Scheme, Site
from models.registers.teams import Team
from models.registers.trainees import Attendance, Trainee
from models.rules.review_dates import next_review
from models.rules.strength import serving_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from models.facts import Link
    from models.record import Record

CHUNK = 500


def counted_in(record: Record) -> Iterator[tuple[type[Record], int]]:
    """Yield the keys of the records whose derived fields count a record as it stands in memory."""
    for link in _COUNTED_BY.get(type(record), ()):
        key = getattr(record, link.object_id_name)
        if key is not None:
            yield link.rel_model, key


def affected(model: type[Record], keys: Collection[int]) -> Iterator[tuple[type[Record], int]]:
    """Yield the keys of the records whose derived fields depend on stored records of a kind."""
    for part in parts(keys, CHUNK):
        for link in _COUNTED_BY.get(model, ()):
            chosen: Any = model.select(link).where(model.id.in_(part), link.is_null(False))
            yield from ((link.rel_model, key) for key in set(column(chosen)))
        if model is Person:
            led = Membership.select(Membership.team).where(
                Membership.person.in_(part),
                Membership.role.in_(leading_roles()),
                Membership.trashed_at.is_null(),
            )
            yield from ((Team, key) for key in set(column(led)))
        if model in (Session, TrainingClass):
            yield from ((Trainee, key) for key in trainees_counted_with(model, part))


_COUNTED_BY: dict[type[Record], tuple[Link[Any], ...]] = {
    Membership: (Membership.team,),
    Review: (Review.team, Review.scheme),
    Team: (Team.scheme,),
    Site: (Site.scheme,),
    Session: (Session.training_class,),
    Trainee: (Trainee.training_class,),
    Attendance: (Attendance.trainee, Attendance.session),
}
"""Which records count which: the links that lead from the counted to what counts them."""


def is_told(model: type[Record], names: Collection[str]) -> bool:
    """Tell whether fields of a kind, being changed, can change what is counted of it elsewhere."""
    told = _TOLD.get(model)
    return told is None or not told.isdisjoint(names)


_TOLD: dict[type[Record], frozenset[str]] = {
    Person: frozenset({"full_name", "trashed_at"}),
    Membership: frozenset({"person", "team", "role", "joined", "left", "trashed_at"}),
    TrainingClass: frozenset({"least_share", "least_score", "trashed_at"}),
}
"""Fields that count elsewhere, of kinds whose other fields change often."""


def derive(records: Sequence[Record]) -> None:
    """Count derived fields anew; kinds of record without any are left alone."""
    for part in parts(records, CHUNK):
        _derive_teams([record for record in part if isinstance(record, Team)])
        _derive_schemes([record for record in part if isinstance(record, Scheme)])
        derive_sessions([record for record in part if isinstance(record, Session)])
        derive_trainees([record for record in part if isinstance(record, Trainee)])
        derive_classes([record for record in part if isinstance(record, TrainingClass)])


def _derive_teams(teams: Sequence[Team]) -> None:
    if not teams:
        return
    keys = [team.id for team in teams]
    serving = Membership.team.in_(keys), serving_on(clock.today())
    counts = Membership.select(Membership.team, fn.count(Membership.id)).where(*serving)
    strength = _by_first(counts.group_by(Membership.team))
    leaders: defaultdict[int, list[str]] = defaultdict(list)
    led = (
        Membership.select(Membership.team, Person.full_name)
        .join(Person)
        .where(*serving, Membership.role.in_(leading_roles()))
        .order_by(Membership.id)
    )
    for key, name in _rows(led):
        leaders[key].append(name)
    newest = _newest(Review.team, keys)
    for team in teams:
        team.strength = strength.get(team.id, 0)
        team.leader = ", ".join(leaders[team.id])[: ShortText.longest]
        last = newest.get(team.id)
        team.rating = last.rating if last else ""
        team.review_due = _review_due(team, last)


def _review_due(team: Team, last: Review | None) -> date | None:
    if team.state == DISSOLVED:
        return None
    return next_review(
        statutory=team.statutory,
        since=_known_since(team),
        last=(last.year or 0, last.part) if last else None,
    )


def _known_since(team: Team) -> date:
    """Return the day the team came into the register, or its founding where that is later."""
    entered = date.fromisoformat(team.created_at[:10])
    return max(entered, team.decision_date.first) if team.decision_date else entered


def _derive_schemes(schemes: Sequence[Scheme]) -> None:
    if not schemes:
        return
    keys = [scheme.id for scheme in schemes]
    going = Site.scheme.in_(keys), Site.ended.is_null(), Site.trashed_at.is_null()
    counts = Site.select(Site.scheme, fn.count(Site.id)).where(*going).group_by(Site.scheme)
    sites = _by_first(counts)
    working = Team.scheme.in_(keys), Team.state != DISSOLVED, Team.trashed_at.is_null()
    members = fn.coalesce(fn.sum(Team.strength), 0)
    sums = Team.select(Team.scheme, fn.count(Team.id), members).where(*working)
    teams = {key: counted for key, *counted in _rows(sums.group_by(Team.scheme))}
    newest = _newest(Review.scheme, keys)
    for scheme in schemes:
        scheme.sites = sites.get(scheme.id, 0)
        scheme.teams, scheme.members = teams.get(scheme.id, (0, 0))
        last = newest.get(scheme.id)
        scheme.rating = last.rating if last else ""


def _newest(link: Link[Any], keys: Sequence[int]) -> dict[int, Review]:
    """Return the latest review of each; within a year the part decides, a whole year last."""
    reviews = Review.select().where(link.in_(keys), Review.trashed_at.is_null())
    ordered = sorted(reviews, key=lambda review: (review.year or 0, review.rank, review.id))
    return {getattr(review, link.object_id_name): review for review in ordered}


def _rows(query: Any) -> Iterable[tuple[Any, ...]]:  # noqa: ANN401 - any select
    rows: Iterable[tuple[Any, ...]] = query.tuples()
    return rows


def _by_first(query: Any) -> dict[Any, Any]:  # noqa: ANN401 - a select of two columns
    return dict(_rows(query))
