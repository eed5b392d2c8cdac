"""What stands on a day, past or present: teams, models and the sites that apply them.

Dates stand in the file as ISO text as precise as known, so a plain comparison reads 2019 as the
first day of 2019. What ends on day D is gone on D, as a member who leaves on D is not counted on D
(BM1, DOMAIN f9); what has no first date is taken to have stood before every day asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from models import clock
from models.registers.schemes import DISSOLVED, Scheme, Site
from models.registers.teams import Team

if TYPE_CHECKING:
    from datetime import date

    from peewee import Expression

    from models.values.partial_date import PartialDate

BEING_BUILT: Final = ("Khảo sát", "Đang xây dựng")
"""States of a model before it is launched."""


def team_stands_on(day: date) -> Expression:
    """Return the condition that a team stands on a day: from its decision to its dissolving."""
    begun = Team.decision_date.is_null() | (Team.decision_date <= day.isoformat())
    return cast("Expression", begun & _not_gone(Team, day))


def scheme_stands_on(day: date) -> Expression:
    """Return the condition that a model stands on a day.

    It stands from its founding or its launching, whichever came first, to its dissolving. One that
    is being surveyed or built, without a date so far, is of this year.
    """
    text = day.isoformat()
    undated = Scheme.founding_date.is_null() & Scheme.launched.is_null()
    if day.year < clock.today().year:
        undated &= Scheme.state.not_in(BEING_BUILT)
    begun = (Scheme.founding_date <= text) | (Scheme.launched <= text)
    return cast("Expression", (undated | begun) & _not_gone(Scheme, day))


def site_stands_on(day: date) -> Expression:
    """Return the condition that a site of a standing model applies it on a day."""
    text = day.isoformat()
    standing = Scheme.select(Scheme.id).where(scheme_stands_on(day))
    started = Site.started.is_null() | (Site.started <= text)
    ended = Site.ended.is_null() | (Site.ended > text)
    return started & ended & Site.trashed_at.is_null() & Site.scheme.in_(standing)


def scheme_began(scheme: Scheme) -> PartialDate | None:
    """Return the earlier of a model's founding and launching; nothing when neither is known."""
    return min(filter(None, (scheme.founding_date, scheme.launched)), default=None)


def _not_gone(model: type[Team | Scheme], day: date) -> Any:  # noqa: ANN401 - peewee's expressions
    gone = model.dissolved_on.is_null(False) & (model.dissolved_on <= day.isoformat())
    gone_undated = model.dissolved_on.is_null() & (model.state == DISSOLVED)
    return ~(gone | gone_undated) & model.trashed_at.is_null()
