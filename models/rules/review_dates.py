"""When the next review of a team is due."""

from __future__ import annotations

from datetime import date
from typing import Final

STATUTORY_CUT: Final = (11, 14)
"""Rating year of the Tổ bảo vệ ANTT ends on 14 November (HD 01/HD-BCA-V05, Jan 2026)."""
MODEL_CUT: Final = (11, 30)
"""Yearly review of other teams, before the movement's scores go up (QĐ 510/QĐ-BCA-V05)."""
WITHIN_YEAR: Final = frozenset({"Quý I", "Quý II", "6 tháng đầu năm", "Quý III"})
"""Parts after which the year's own review is still to come."""


def next_review(*, statutory: bool, since: date, last: tuple[int, str] | None) -> date:
    """Return the day by which the next review is due.

    Args:
        statutory: whether the team is one that the law itself sets up.
        since: the team's first day, or the day it came into the register where that is later.
        last: year and part of the latest review, when there is one; without one the first review
            is due in the first rating year that ends after `since`.
    """
    cut = STATUTORY_CUT if statutory else MODEL_CUT
    if last is not None:
        year, part = last
        return date(year if part in WITHIN_YEAR else year + 1, *cut)
    due = date(since.year, *cut)
    return due if since <= due else date(since.year + 1, *cut)
