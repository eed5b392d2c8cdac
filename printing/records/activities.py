"""Fills F11: the activities of a team, a model or the whole register, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import clock
from models.figures.deeds import deeds_of
from models.registers.activities import ACTIVITIES, Activity
from models.registers.schemes import Scheme
from models.registers.teams import Team
from printing.documents.data import ActivityRow, TeamData, TeamRow
from printing.documents.figures import thousands
from printing.records.deeds import result_words
from printing.records.office import office_on
from printing.records.wanted import values_asked
from printing.records.words import capital, filter_words, listed

if TYPE_CHECKING:
    from datetime import date

    from printing.records.wanted import Wanted


def activity_data(wanted: Wanted) -> TeamData:
    """Return F11: the activities wanted of one year, up to the day.

    Without a day it is the last year that has any, so that a book of last year can be printed
    by its filter alone.
    """
    last = wanted.as_of or clock.today()
    found: list[Activity] = wanted.records_of(ACTIVITIES)
    dated = [(one.day, one.id, one) for one in found if one.day is not None and one.day <= last]
    dated.sort(key=lambda one: one[:2])
    year = dated[-1][0].year if dated and wanted.as_of is None else last.year
    return TeamData(
        office_on(wanted.day),
        TeamRow(name=_of_whom(wanted)),
        as_of=last,
        day=wanted.day,
        year=year,
        activities=tuple(_row(day, one) for day, _, one in dated if day.year == year),
        filter_words=filter_words(wanted.listing_of(ACTIVITIES)),
    )


def _of_whom(wanted: Wanted) -> str:
    """Name the one team or model that the list is filtered to."""
    for link, model in ((Activity.team, Team), (Activity.scheme, Scheme)):
        keys = values_asked(wanted.listing, link)
        if len(keys) == 1:
            record: Team | Scheme | None = model.get_or_none(model.id == keys[0])
            return record.name if record else ""
    return ""


def _row(day: date, activity: Activity) -> ActivityRow:
    """Return one activity; a figure that was reported as rough is told so in the remarks."""
    about, came = activity.attendees_about, activity.attendees
    rough = f"số người dự: {about} {thousands(came)}" if about and came is not None else ""
    return ActivityRow(
        day=f"{day:%d/%m/%Y}",
        words=activity.content,
        attended=came,
        results=capital(_results(activity)),
        responsible=activity.responsible,
        note=capital(listed((rough, activity.note))),
    )


def _results(activity: Activity) -> str:
    """Tell the figures of an activity, what was handed in or given, then the words noted."""
    return listed(
        (
            result_words(deeds_of([activity])),
            f"giao nộp: {activity.surrendered}" if activity.surrendered else "",
            f"hiện vật, tiền: {activity.donations}" if activity.donations else "",
            activity.results,
        )
    )
