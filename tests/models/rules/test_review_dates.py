"""When the next review is due: 14 November for the force, 30 November for other teams."""

from __future__ import annotations

from datetime import date

import pytest

from models.rules.review_dates import next_review

MAY = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("statutory", "since", "last", "due"),
    [
        (False, MAY, None, date(2024, 11, 30)),
        (True, MAY, None, date(2024, 11, 14)),
        (False, date(2024, 11, 30), None, date(2024, 11, 30)),
        (False, date(2024, 12, 1), None, date(2025, 11, 30)),
        (True, date(2024, 11, 15), None, date(2025, 11, 14)),
        (False, MAY, (2025, "Cả năm"), date(2026, 11, 30)),
        (True, MAY, (2025, ""), date(2026, 11, 14)),
        (False, MAY, (2025, "Quý IV"), date(2026, 11, 30)),
        (False, MAY, (2025, "6 tháng cuối năm"), date(2026, 11, 30)),
        (False, MAY, (2025, "6 tháng đầu năm"), date(2025, 11, 30)),
        (True, MAY, (2025, "Quý I"), date(2025, 11, 14)),
        (False, MAY, (2025, "Quý III"), date(2025, 11, 30)),
    ],
)
def test_the_next_review(
    statutory: bool, since: date, last: tuple[int, str] | None, due: date
) -> None:
    assert next_review(statutory=statutory, since=since, last=last) == due
