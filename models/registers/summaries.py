"""Derived fields: what a list shows of a record but other records hold (leader, strength, rating).

They are stored so that lists sort and filter by them at once, and counted here alone, by the
store, whenever one of the records they come from changes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import fn

from models import clock
from models.fields import ShortText
from models.record import column
from models.registers.members import Membership, leading_roles
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.schemes import DISSOLVED, Scheme, Site
from models.registers.teams import Team
from models.rules.review_dates import next_review
from models.rules.strength import serving_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.facts import Link
    from models.record import Record


def affected(record: Record) -> Iterator[Record]:
    """Yield the records whose derived fields depend on a record."""
    subjects: tuple[Record | None, ...] = ()
    if isinstance(record, Membership):
        subjects = (record.team,)
    elif isinstance(record, Review):
        subjects = (record.team, record.scheme)
    elif isinstance(record, Team | Site):
        subjects = (record.scheme,)
    elif isinstance(record, Person):
        led = Membership.select(Membership.team).where(
            (Membership.person == record.id) & Membership.trashed_at.is_null()
        )
        subjects = tuple(Team.select().where(Team.id.in_(led)))
    yield from (subject for subject in subjects if subject is not None)


def derive(record: Record) -> None:
    """Count a record's derived fields anew; kinds without any are left alone."""
    if isinstance(record, Team):
        _derive_team(record)
    elif isinstance(record, Scheme):
        _derive_scheme(record)


def _derive_team(team: Team) -> None:
    serving = Membership.team == team.id, serving_on(clock.today())
    team.strength = Membership.select().where(*serving).count()
    leaders = (
        Person.select(Person.full_name)
        .join(Membership)
        .where(*serving, Membership.role.in_(leading_roles()))
        .order_by(Membership.id)
    )
    team.leader = ", ".join(column(leaders))[: ShortText.longest]
    last = _newest(Review.team, team)
    team.rating = last.rating if last else ""
    if team.state == DISSOLVED:
        team.review_due = None
        return
    team.review_due = next_review(
        statutory=team.statutory,
        since=_known_since(team),
        last=(last.year or 0, last.part) if last else None,
    )


def _known_since(team: Team) -> date:
    """Return the day the team came into the register, or its founding where that is later."""
    entered = date.fromisoformat(team.created_at[:10])
    return max(entered, team.decision_date.first) if team.decision_date else entered


def _derive_scheme(scheme: Scheme) -> None:
    scheme.sites = (
        Site.select()
        .where(Site.scheme == scheme.id, Site.ended.is_null(), Site.trashed_at.is_null())
        .count()
    )
    working = Team.scheme == scheme.id, Team.state != DISSOLVED, Team.trashed_at.is_null()
    scheme.teams = Team.select().where(*working).count()
    members = Team.select(fn.coalesce(fn.sum(Team.strength), 0)).where(*working)
    scheme.members = members.scalar()
    last = _newest(Review.scheme, scheme)
    scheme.rating = last.rating if last else ""


def _newest(link: Link[Any], subject: Record) -> Review | None:
    """Return the latest review; within a year the part decides, a whole year coming last."""
    reviews = list(Review.select().where(link == subject.id, Review.trashed_at.is_null()))
    return max(reviews, key=lambda review: (review.year or 0, review.rank, review.id), default=None)
