"""Fills F01, F02 and F12: models on a day, counted by recognition level and kind, and reported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.catalogues import catalogue
from models.figures.counts import Counts, members_by_scheme, sites_by_scheme, teams_by_scheme
from models.figures.ratings import Group, group_of, ratings_of
from models.record import column
from models.registers.reviews import Review
from models.registers.schemes import DISSOLVED, SCHEMES, Scheme, Site
from models.registers.teams import Team
from models.rules.standing import (
    BEING_BUILT,
    scheme_began,
    scheme_stands_on,
    site_stands_on,
    team_stands_on,
)
from printing.documents.data import SchemeRow, SchemesData, SummaryRow
from printing.records.office import office_on
from printing.records.wanted import Wanted, values_asked
from printing.records.words import capital, day_words, decision_words, filter_words, listed, named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

NOT_RECOGNISED = "Chưa công nhận"
OTHER_KIND = "Loại khác"


@dataclass(frozen=True)
class Day:
    """Everything counted about models on one day, so that each question is asked once."""

    day: date
    sites: Counts
    teams: Counts
    members: Counts
    ratings: dict[int, Review]
    standing: frozenset[int]

    @classmethod
    def on(cls, day: date, year: int) -> Day:
        """Count on a day, with the ratings of a year."""
        return cls(
            day,
            sites_by_scheme(day),
            teams_by_scheme(day),
            members_by_scheme(day),
            ratings_of(year, Review.scheme),
            frozenset(column(Scheme.select(Scheme.id).where(scheme_stands_on(day)))),
        )

    def rating(self, scheme: Scheme) -> str:
        """Return the year's rating of a model; nothing before it is given."""
        review = self.ratings.get(scheme.id)
        return review.rating if review else ""


def schemes_data(wanted: Wanted) -> SchemesData:
    """Return F02: the models wanted, counted on the day, with the ratings of its year."""
    return _data(wanted, wanted.day.year)


def scheme_list_data(wanted: Wanted) -> SchemesData:
    """Return F01: the models wanted that stand on the day.

    A list filtered to dissolved models, or a model chosen by itself, is printed all the same.
    Most of a year models are not rated yet: then the column is of the year before, and says so.
    """
    year = wanted.day.year
    rated = (one for one in (year, year - 1) if ratings_of(one, Review.scheme))
    return _data(wanted, next(rated, year))


def _data(wanted: Wanted, year: int) -> SchemesData:
    day = wanted.day
    counted = Day.on(day, year)
    schemes: list[Scheme] = wanted.records_of(SCHEMES)
    asked_for = bool(wanted.records) or DISSOLVED in values_asked(wanted.listing, Scheme.state)
    shown = [one for one in schemes if asked_for or one.id in counted.standing]
    order = catalogue("recognition_levels").words()
    shown.sort(key=lambda one: _place(level_on(one, day), order))
    return SchemesData(
        office_on(day),
        as_of=day,
        day=day,
        year=year,
        rows=tuple(_row(one, counted) for one in shown),
        summary=summary_rows(schemes, counted),
        filter_words=filter_words(wanted.listing_of(SCHEMES)),
    )


def level_on(scheme: Scheme, day: date) -> str:
    """Return the recognition level of a model on a day: none before the decision."""
    decided = scheme.recognition_date
    not_yet = decided is not None and decided.first > day
    return NOT_RECOGNISED if not_yet else scheme.recognition_level or NOT_RECOGNISED


def _place(word: str, order: list[str]) -> int:
    return order.index(word) if word in order else len(order)


def _row(scheme: Scheme, counted: Day) -> SchemeRow:
    day = counted.day
    recognised = level_on(scheme, day) != NOT_RECOGNISED
    decision = decision_words(
        scheme.recognition_number, scheme.recognition_date, scheme.recognised_by
    )
    gone_later = scheme.state == DISSOLVED and scheme.id in counted.standing
    gone = f"Giải thể ngày {day_words(scheme.dissolved_on)}" if scheme.dissolved_on else ""
    return SchemeRow(
        name=scheme.name,
        area=where_applied(scheme, day),
        launched=day_words(scheme.launched),
        decision=capital(decision) if recognised else "",
        level=level_on(scheme, day),
        sites=counted.sites.get(scheme.id, 0),
        teams=counted.teams.get(scheme.id, 0),
        members=counted.members.get(scheme.id, 0),
        rating=counted.rating(scheme),
        state="" if gone_later else scheme.state,
        note=listed((gone, scheme.note)),
    )


def where_applied(scheme: Scheme, day: date) -> str:
    """Name the area of a model, else those of its sites, else those of its teams."""
    if scheme.area is not None:
        return str(scheme.area.name)
    of_sites = Site.select().where(Site.scheme == scheme.id, site_stands_on(day))
    of_teams = Team.select().where(Team.scheme == scheme.id, team_stands_on(day))
    for records in (of_sites.order_by(Site.id), of_teams.order_by(Team.id)):
        words = named(record.area for record in records if record.area is not None)
        if words:
            return words
    return ""


def summary_rows(schemes: Iterable[Scheme], counted: Day) -> tuple[SummaryRow, ...]:
    """Return F02: standing models, and those dissolved in the year, by level and kind."""
    levels, kinds = catalogue("recognition_levels").words(), catalogue("scheme_kinds").words()
    groups: dict[tuple[str, str], list[Scheme]] = {}
    for scheme in schemes:
        if scheme.id in counted.standing or _dissolved_in_year(scheme, counted.day):
            key = level_on(scheme, counted.day), _kind(scheme)
            groups.setdefault(key, []).append(scheme)
    ordered = sorted(groups, key=lambda key: (_place(key[0], levels), _place(key[1], kinds), key))
    return tuple(_summary(level, kind, groups[level, kind], counted) for level, kind in ordered)


def _kind(scheme: Scheme) -> str:
    """Return the kind of a model; one that nobody chose is told by a name of the catalogue."""
    entry = None if scheme.kind else catalogue("scheme_kinds").find(scheme.name)
    return entry.word if entry else scheme.kind or OTHER_KIND


def _summary(level: str, kind: str, schemes: list[Scheme], counted: Day) -> SummaryRow:
    standing = [scheme for scheme in schemes if scheme.id in counted.standing]
    ratings = [counted.rating(scheme) for scheme in standing]
    groups = Counter(group_of(rating) for rating in ratings)
    return SummaryRow(
        level,
        kind,
        schemes=len(standing),
        sites=sum(counted.sites.get(scheme.id, 0) for scheme in standing),
        teams=sum(counted.teams.get(scheme.id, 0) for scheme in standing),
        members=sum(counted.members.get(scheme.id, 0) for scheme in standing),
        good=groups[Group.GOOD],
        fair=groups[Group.FAIR],
        weak=groups[Group.WEAK],
        dissolved=len(schemes) - len(standing),
        new=sum(_is_new(scheme, counted.day) for scheme in standing),
        note=_remarks(ratings),
    )


def _remarks(ratings: list[str]) -> str:
    """Tell what the columns of ratings hide: "khá" counted with tốt, and those not classed."""
    fairly, unclassed = ratings.count("Khá"), ratings.count("Không phân loại")
    return listed(
        (
            f"trong đó khá: {fairly}" if fairly else "",
            f"không phân loại: {unclassed}" if unclassed else "",
        )
    )


def _dissolved_in_year(scheme: Scheme, day: date) -> bool:
    gone = scheme.dissolved_on
    return gone is not None and gone.year == day.year and gone.first <= day


def _is_new(scheme: Scheme, day: date) -> bool:
    """Tell whether a model was begun in the year; without a date, whether it is being built."""
    begun = scheme_began(scheme)
    return begun.year == day.year if begun else scheme.state in BEING_BUILT
