"""Fills F08 and F10: the minutes of one rating, and the year's ratings of the force."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from models.figures.deeds import activities_where, deeds_of
from models.figures.ratings import ratings_of
from models.registers.activities import Activity
from models.registers.members import Membership
from models.registers.reviews import REVIEWS, Review
from models.registers.teams import Team
from models.rules.rating_year import LEAST_MONTHS, is_of_force, served_too_short
from models.rules.standing import team_stands_on
from printing.blocks import place_and_date
from printing.documents.data import MinutesData, ReviewRow, ReviewsData
from printing.documents.reviews import RATINGS
from printing.records.deeds import acts_of, held_words, result_words
from printing.records.office import office_on
from printing.records.people import serving
from printing.records.wanted import Wanted, values_asked
from printing.records.words import areas_of, capital, filter_words, in_sentence, listed

if TYPE_CHECKING:
    from models.registers.schemes import Scheme

HOUR = "…… giờ ……"


def minutes_data(review: Review, wanted: Wanted) -> MinutesData:
    """Return F08 of one review; who was there and how they voted is written in at the meeting."""
    year = review.year or wanted.day.year
    met = review.reviewed_on
    begun = place_and_date("", met).partition(", ")[2] if met else ""
    return MinutesData(
        office_on(met or wanted.day),
        subject=_subject_words(review),
        year=year,
        begun=f"{HOUR}, {begun}" if begun else "",
        place=_place(review),
        results=_results(review, year),
        opinions=review.comment,
        rating=review.rating,
    )


def _subject_words(review: Review) -> str:
    """Name what is rated, with the part of the year: "…, quý III"."""
    subject = review.subject
    words = subject.title if subject else ""
    if review.member is not None:
        words = f"thành viên {words}, {review.member.team.name}"
    elif review.scheme is not None:
        words = f"mô hình “{words}”"
    if review.part in ("", "Cả năm"):
        return words
    part = review.part.removesuffix(" năm")
    return f"{words}, {part[0].lower()}{part[1:]}"


def _team_of(review: Review) -> Team | None:
    member: Membership | None = review.member
    team: Team | None = member.team if member is not None else review.team
    return team


def _place(review: Review) -> str:
    team = _team_of(review)
    if team is not None:
        places = ", ".join(map(in_sentence, areas_of(team)))
    else:
        area = review.scheme.area if review.scheme is not None else None
        places = in_sentence(area) if area is not None else ""
    return capital(places)


def _results(review: Review, year: int) -> str:
    """Tell what the activities of the year noted for the model or team."""
    subject: Scheme | Team | None = review.scheme if review.scheme is not None else review.team
    if subject is None:
        return ""
    in_year = (Activity.day >= date(year, 1, 1)) & (Activity.day <= date(year, 12, 31))
    deeds = deeds_of(activities_where(acts_of(subject), in_year))
    return capital(listed((held_words(deeds), result_words(deeds))))


def reviews_data(wanted: Wanted) -> ReviewsData:
    """Return F10: every Tổ BVANTT that stands, or those that the wanted reviews are about.

    A list filtered by year gives that year, counted at its end; else it is the year of the day.
    """
    year, day = _year_and_day(wanted)
    stands = Team.select().where(team_stands_on(day)).order_by(Team.sort_key, Team.id)
    teams = [team for team in stands if is_of_force(team)]
    if wanted.narrowed:
        about = {team.id for team in map(_team_of, wanted.records_of(REVIEWS)) if team is not None}
        teams = [team for team in teams if team.id in about]
    of_teams = ratings_of(year, Review.team)
    of_members = {key: one.rating for key, one in ratings_of(year, Review.member).items()}
    rows = (
        _row(team, serving(team, day), of_teams.get(team.id), of_members, year) for team in teams
    )
    return ReviewsData(
        office_on(wanted.day),
        year,
        wanted.day,
        tuple(rows),
        filter_words(wanted.listing_of(REVIEWS)),
    )


def _year_and_day(wanted: Wanted) -> tuple[int, date]:
    asked = [year for year in values_asked(wanted.listing, Review.year) if isinstance(year, int)]
    year = asked[0] if len(asked) == 1 and wanted.as_of is None else wanted.day.year
    return year, min(wanted.day, date(year, 12, 31))


def _row(
    team: Team, members: list[Membership], own: Review | None, ratings: dict[int, str], year: int
) -> ReviewRow:
    """Count the members of one team by level; the levels and the unrated add up to all."""
    counts = Counter(ratings.get(member.id, "") for member in members)
    excellent, good, done, failed = (counts[level] for level in RATINGS)
    unrated = [member for member in members if ratings.get(member.id, "") not in RATINGS]
    short = sum(served_too_short(member.joined, year) for member in unrated)
    why = f"dưới {LEAST_MONTHS} tháng" if short else ""
    return ReviewRow(
        team.name,
        len(members),
        own.rating if own else "",
        excellent=excellent,
        good=good,
        done=done,
        failed=failed,
        unrated=len(unrated),
        unrated_why=f"{short} {why}" if 0 < short < len(unrated) else why,
    )
