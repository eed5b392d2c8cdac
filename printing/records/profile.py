"""Fills F04: the file of a model, or of a team, as it stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.figures.counts import members_by_site, members_by_team, teams_by_site
from models.figures.deeds import activities_where, deeds_of
from models.registers.activities import Activity
from models.registers.members import Membership
from models.registers.reviews import Review
from models.registers.schemes import Scheme, Site
from models.registers.teams import Team
from models.rules.standing import site_stands_on, team_stands_on
from printing.documents.data import ChangeRow, ProfileData, SiteRow, TeamRow, YearRow
from printing.records.deeds import acts_of, held_words, result_words
from printing.records.office import office_on
from printing.records.people import leaders, member_row, serving
from printing.records.schemes import where_applied
from printing.records.teams import team_row
from printing.records.words import (
    areas_of,
    capital,
    day_words,
    decision_words,
    in_sentence,
    listed,
    named,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from models.values.partial_date import PartialDate
    from printing.records.wanted import Wanted

Dated = tuple["PartialDate | None", str, str]
"""When, what, by which decision."""


def profile_data(subject: Scheme | Team, wanted: Wanted) -> ProfileData:
    """Return F04 of a model or of a team."""
    if isinstance(subject, Team):
        return _of_team(subject, wanted.day)
    return _of_scheme(subject, wanted.day)


def _of_scheme(scheme: Scheme, day: date) -> ProfileData:
    standing = Team.select().where(Team.scheme == scheme.id, team_stands_on(day))
    teams = list(standing.order_by(Team.sort_key, Team.id))
    counts = members_by_team(day)
    founded = decision_words(scheme.founding_number, scheme.founding_date)
    recognised = decision_words(
        scheme.recognition_number, scheme.recognition_date, scheme.recognised_by
    )
    return ProfileData(
        office_on(day),
        name=scheme.name,
        kind=listed((scheme.kind, scheme.field)),
        area=where_applied(scheme, day),
        basis=listed(
            (
                f"Quyết định thành lập {founded}" if founded else "",
                f"Quyết định công nhận {recognised}" if recognised else "",
            )
        ),
        launched=day_words(scheme.launched),
        leaders=_leaders_of(teams, day),
        sites=tuple(_sites(scheme, day)),
        teams=tuple(_short_row(team, day, counts.get(team.id, 0)) for team in teams),
        covenant=scheme.covenant,
        funding=scheme.funding,
        years=tuple(_years(scheme, day)),
        rating=_last_rating(scheme, day),
        changes=_in_order(_changes_of_scheme(scheme), day),
        day=day,
    )


def _of_team(team: Team, day: date) -> ProfileData:
    members = serving(team, day)
    row = team_row(team, members)
    return ProfileData(
        office_on(day),
        of_team=True,
        name=team.name,
        kind=listed((team.kind, f"thuộc mô hình “{row.scheme}”" if row.scheme else "")),
        area=listed((row.area, team.scope)),
        basis=f"Quyết định {row.decision}" if row.decision else "",
        launched=day_words(team.decision_date),
        leaders=listed((row.leader, leaders(members, "deputy"))),
        members=tuple(map(member_row, members)),
        covenant=team.scheme.covenant if team.scheme is not None else "",
        funding=team.scheme.funding if team.scheme is not None else "",
        years=tuple(_years(team, day)),
        rating=_last_rating(team, day),
        changes=_in_order(_changes_of_team(team), day),
        day=day,
    )


def _leaders_of(teams: list[Team], day: date) -> str:
    """Name the leader and deputies of a model's only team; of several, how many lead."""
    if len(teams) != 1:
        return f"{len(teams)} tổ trưởng, có tên tại mục 8" if teams else ""
    members = serving(teams[0], day)
    return listed((leaders(members), leaders(members, "deputy")))


def _short_row(team: Team, day: date, members: int) -> TeamRow:
    led_by = leaders(serving(team, day))
    return TeamRow(team.name, named(areas_of(team)), leader=led_by, members=members)


def _sites(scheme: Scheme, day: date) -> Iterator[SiteRow]:
    teams, members = teams_by_site(day), members_by_site(day)
    query = Site.select().where(Site.scheme == scheme.id, site_stands_on(day))
    for site in query.order_by(Site.started, Site.id):
        yield SiteRow(
            site.name,
            site.area.name if site.area is not None else "",
            day_words(site.started),
            teams.get(site.id, 0),
            members.get(site.id, 0),
            site.head,
        )


def _reviews_of(subject: Scheme | Team, day: date) -> list[Review]:
    """Return the reviews of a model or team up to a day's year, the last of each year last."""
    link = Review.team if isinstance(subject, Team) else Review.scheme
    found = Review.select().where(
        link == subject.id, Review.year <= day.year, Review.trashed_at.is_null()
    )
    return sorted(found, key=lambda one: (one.year or 0, one.rank, one.id))


def _last_rating(subject: Scheme | Team, day: date) -> str:
    """Tell the last rating with its period and decision."""
    reviews = _reviews_of(subject, day)
    if not reviews:
        return ""
    last = reviews[-1]
    decision = decision_words(last.decision_number, last.decision_date, last.decided_by)
    period = last.period[0].lower() + last.period[1:]
    return f"{last.rating} ({', '.join(filter(None, (period, decision)))})"


def _years(subject: Scheme | Team, day: date) -> Iterator[YearRow]:
    """Tell what was done in each year, and the year's rating."""
    acts = activities_where(acts_of(subject), Activity.day <= day)
    ratings = {review.year: review.rating for review in _reviews_of(subject, day)}
    years = {act.day.year for act in acts if act.day} | {year for year in ratings if year}
    for year in sorted(years):
        deeds = deeds_of(act for act in acts if act.day and act.day.year == year)
        yield YearRow(year, held_words(deeds), capital(result_words(deeds)), ratings.get(year, ""))


def _changes_of_scheme(scheme: Scheme) -> Iterator[Dated]:
    yield scheme.founding_date, "Thành lập", scheme.founding_number
    recognised = f"Công nhận ({scheme.recognition_level})" if scheme.recognition_level else ""
    yield scheme.recognition_date, recognised or "Công nhận", scheme.recognition_number
    for site in Site.select().where(Site.scheme == scheme.id, Site.trashed_at.is_null()):
        where = in_sentence(site.area) if site.area is not None else site.name
        yield site.started, f"Nhân rộng tại {where}", ""
        yield site.ended, f"Thôi nhân rộng tại {where}", ""
    for team in Team.select().where(Team.scheme == scheme.id, Team.trashed_at.is_null()):
        yield team.dissolved_on, f"Giải thể {team.name}", team.dissolved_number
    yield scheme.dissolved_on, _gone(scheme), scheme.dissolved_number


def _changes_of_team(team: Team) -> Iterator[Dated]:
    yield team.decision_date, "Thành lập", team.decision_number
    members = Membership.select().where(Membership.team == team.id, Membership.trashed_at.is_null())
    for member in members:
        role = member.role.lower() or "thành viên"
        why = f" ({member.left_why.lower()})" if member.left_why else ""
        yield member.left, f"{member.title}, {role}, thôi tham gia{why}", ""
    yield team.dissolved_on, _gone(team), team.dissolved_number


def _gone(subject: Scheme | Team) -> str:
    return capital(f"giải thể: {subject.dissolved_why.lower()}".removesuffix(": "))


def _in_order(changes: Iterator[Dated], day: date) -> tuple[ChangeRow, ...]:
    """Keep what happened by the day, in the order of the days."""
    known = [(when, what, by) for when, what, by in changes if when and when.first <= day]
    known.sort(key=lambda change: change[0])
    return tuple(ChangeRow(when.shown, what, by) for when, what, by in known)
