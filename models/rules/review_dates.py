"""When the next review of a team is due."""

from __future__ import annotations

from datetime import date
from typing import Final

STATUTORY_CUT: Final = (11, 14)
"""Rating year of the Tổ bảo vệ ANTT ends on 14 November (HD 01/HD-BCA-V05, Jan 2026)."""
MODEL_CUT: Final = (11, 30)
"""Yearly review of other teams, before the movement's scores go up (QĐ 510/QĐ-BCA-V05)."""
HALF_CUT: Final = (6, 30)

FIRST_HALF: Final = "6 tháng đầu năm"


def next_review(
    *, statutory: bool, founded_year: int | None, last: tuple[int, str] | None, today: date
) -> date:
    """Return the day by which the next review is due.

    Args:
        statutory: whether the team is one that the law itself sets up.
        founded_year: year of the founding decision, when known.
        last: year and part of the latest review, when there is one.
        today: a team never reviewed is due this year, or in the year it was founded if later.
    """
    cut = STATUTORY_CUT if statutory else MODEL_CUT
    if last is None:
        return date(max(today.year, founded_year or 0), *cut)
    year, part = last
    if part == FIRST_HALF:
        return date(year, *cut)
    return date(year + 1, *cut)
