"""The yearly rating of the Tổ bảo vệ ANTT and its members (HD 01/HD-BCA-V05, January 2026)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from models.catalogues import catalogue
from models.rules.review_dates import STATUTORY_CUT

if TYPE_CHECKING:
    from models.registers.teams import Team
    from models.values.partial_date import PartialDate

FORCE_KIND: Final = "Tổ bảo vệ an ninh, trật tự"
LEAST_MONTHS: Final = 9
"""Who served less than this by the end of the rating year is not rated."""


def is_of_force(team: Team) -> bool:
    """Tell whether a team is of the force that Luật 30/2023/QH15 sets up.

    A Tổ hòa giải is statutory too, but by another law.
    """
    entry = catalogue("team_kinds").find(team.kind) if team.kind else None
    return entry is not None and entry.word == FORCE_KIND


def served_too_short(joined: PartialDate | None, year: int) -> bool:
    """Tell whether a member joined too late in a rating year to be rated; unknown counts as no."""
    month, day = STATUTORY_CUT
    latest = date(year, month - LEAST_MONTHS, day)
    return joined is not None and joined.first > latest
