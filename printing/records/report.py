"""Fills F12: the yearly report on models, its sentences from the figures of the register."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from models import units
from models.figures.counts import members_by_team
from models.figures.deeds import activities_where, deeds_of
from models.figures.ratings import ratings_of
from models.record import column
from models.registers.activities import Activity
from models.registers.areas import Area
from models.registers.reviews import Review
from models.registers.schemes import Scheme
from models.registers.teams import FEWEST_MEMBERS, Team
from models.rules.standing import scheme_stands_on, team_stands_on
from models.store.opening import the_office
from printing.documents.data import ReportData
from printing.documents.figures import counted
from printing.records.deeds import held_words, result_words
from printing.records.schemes import schemes_data
from printing.records.words import capital, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from printing.records.wanted import Wanted


def report_data(wanted: Wanted) -> ReportData:
    """Return F12 of the year of the day wanted, counted on that day."""
    day = wanted.day
    return ReportData(
        schemes_data(wanted),
        receivers=(f"{province_police()} (qua Phòng PV05)",),
        situation=situation_on(day),
        results=tuple(_results(day)),
        weak_points=tuple(_weak_points(day)),
    )


def province_police() -> str:
    """Name the police of the province in running text."""
    office = the_office()
    province = units.province_of_code(office.province_code)
    return units.police_name(province) if province else f"Công an {office.province}"


def situation_on(day: date) -> str:
    """Tell the areas, households and people of the commune; nothing when no area is known."""
    text = day.isoformat()
    begun = Area.started.is_null() | (Area.started <= text)
    lasting = Area.ended.is_null() | (Area.ended > text)
    areas = list(Area.select().where(begun, lasting, Area.trashed_at.is_null()).order_by(Area.id))
    if not areas:
        return ""
    kinds = Counter(area.kind.lower() or "địa bàn" for area in areas)
    parts = [f"{counted(number)} {kind}" for kind, number in kinds.most_common()]
    for name, noun in (("households", "hộ"), ("population", "nhân khẩu")):
        total = sum(getattr(area, name) or 0 for area in areas)
        parts += [f"{counted(total)} {noun}"] if total else []
    return f"{capital(the_office().commune)} có {', '.join(parts)}."


def _results(day: date) -> Iterator[str]:
    """Tell what the models and their teams did in the year, up to the day."""
    of_movement = Activity.team.is_null(False) | Activity.scheme.is_null(False)
    in_year = (date(day.year, 1, 1) <= Activity.day) & (Activity.day <= day)
    deeds = deeds_of(activities_where(of_movement, in_year))
    if deeds.activities:
        words = listed((held_words(deeds), result_words(deeds)))
        yield f"Các mô hình, tổ tự quản đã tổ chức {words}."


def _weak_points(day: date) -> Iterator[str]:
    """Tell which models wait for their rating, and which teams have too few members."""
    rated = ratings_of(day.year, Review.scheme)
    standing = column(Scheme.select(Scheme.id).where(scheme_stands_on(day)))
    waiting = sum(key not in rated for key in standing)
    if waiting:
        yield f"Còn {counted(waiting)} mô hình chưa sơ kết, xếp loại năm {day.year}."
    serving = members_by_team(day)
    small = sum(
        serving.get(key, 0) < FEWEST_MEMBERS
        for key in column(Team.select(Team.id).where(team_stands_on(day)))
    )
    if small:
        yield f"Có {counted(small)} tổ chưa đủ {counted(FEWEST_MEMBERS)} thành viên."
