"""Two years of activities of the demo register, month by month, the same whatever the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.demo.places import OFFICERS
from models.demo.words import between, chance, happens, in_sentence, rows
from models.registers.activities import Activity
from models.registers.schemes import DISSOLVED

if TYPE_CHECKING:
    from random import Random

    from models.registers.areas import Area
    from models.registers.teams import Team

MONTHS = 24
USUAL = 20
"""Activities of a usual month; from June to August a few more."""
SILENT = timedelta(days=2)
"""The last days before today are still empty: somebody has to write them down."""


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does things: the teams, the areas, and the leaders by team name."""

    teams: list[Team]
    areas: list[Area]
    leaders: dict[str, str]


def activities(doers: Doers, today: date) -> list[Activity]:
    """Return the activities in the order of their days."""
    month = today.year * 12 + today.month - 1
    found: list[Activity] = []
    for index in range(month - MONTHS + 1, month + 1):
        first = date(index // 12, index % 12 + 1, 1)
        source = chance("activities", first.year, first.month)
        count = USUAL + source.randint(-4, 4) + 4 * (6 <= first.month <= 8)
        found += [_activity(source, first, doers) for _ in range(count)]
    done = [activity for activity in found if activity.day and activity.day <= today - SILENT]
    return sorted(done, key=lambda activity: activity.day or today)


def _activity(source: Random, first: date, doers: Doers) -> Activity:
    fitting = [row for row in rows("activities") if _in_season(row, first.month)]
    row = source.choices(fitting, [int(row["weight"]) for row in fitting])[0]
    day = first + timedelta(days=source.randrange(28))
    team = _team(source, row["of"], day, doers)
    area = team.area if team else source.choice([area for area in doers.areas if not area.ended])
    place = in_sentence(area.name) if area else ""
    return Activity(
        day=day,
        kind=row["kind"],
        content=row["content"].format(area=place),
        team=team,
        scheme=team.scheme if team else None,
        area=area,
        attendees=between(source, row["attendees"]),
        attendees_about=row["about"] if row["attendees"] and happens(source, 60) else "",
        times=between(source, row["times"]),
        tips=between(source, row["tips"]),
        mediations=between(source, row["mediations"]),
        reformed=between(source, row["reformed"]),
        surrendered=source.choice(row["surrendered"].split("|")),
        donations=source.choice(row["donations"].split("|")),
        results=row["results"],
        partners=row["partners"],
        responsible=doers.leaders.get(team.name, "") if team else source.choice(OFFICERS),
        evidence=source.choice(("", "", "Sổ họp tổ", "3 ảnh", "Biên bản họp")),
    )


def _in_season(row: dict[str, str], month: int) -> bool:
    return not row["months"] or str(month) in row["months"].split("|")


def _team(source: Random, of: str, day: date, doers: Doers) -> Team | None:
    """Return a team that worked on a day: any, of a kind, or of a model; nothing for the office."""
    if of == "xã":
        return None
    working = [
        team
        for team in doers.teams
        if team.state != DISSOLVED and team.decision_date and team.decision_date.last < day
    ]
    fitting = [
        team
        for team in working
        if of in ("tổ", team.kind) or (team.scheme is not None and team.scheme.name == of)
    ]
    return source.choice(fitting or working) if working else None
