"""Ratings of a year and the columns they are counted in."""

from __future__ import annotations

from datetime import date

import pytest

from models.figures.deeds import Deeds, activities_where, deeds_of
from models.figures.ratings import Group, group_of, ratings_of
from models.registers.activities import Activity
from models.registers.reviews import Review
from tests.models.figures.small_register import Small


@pytest.mark.parametrize(
    ("rating", "group"),
    [
        ("Tốt", Group.GOOD),
        ("Hiệu quả", Group.GOOD),
        ("Khá", Group.GOOD),
        ("Trung bình", Group.FAIR),
        ("Yếu", Group.WEAK),
        ("Kém", Group.WEAK),
        ("Không phân loại", None),
        ("Hoàn thành tốt nhiệm vụ", Group.GOOD),
        ("lời lạ", None),
        ("", None),
    ],
)
def test_where_a_rating_is_counted(rating: str, group: Group | None) -> None:
    assert group_of(rating) is group


def test_the_whole_year_goes_before_its_half(small: Small) -> None:
    ratings = {key: one.rating for key, one in ratings_of(2025, Review.scheme).items()}
    assert ratings == {small.keng.id: "Tốt", small.nu.id: "Khá"}
    assert list(ratings_of(2025, Review.team)) == [small.force.id]
    assert ratings_of(2023, Review.scheme) == {}


def test_activities_add_up_and_unknown_figures_count_as_nothing(small: Small) -> None:
    acts = activities_where(Activity.day >= date(2025, 1, 1))
    assert [act.content for act in acts] == ["Tuần tra đêm", "Ngày hội", "Họp ở trụ sở"]
    assert deeds_of(acts) == Deeds(3, 75, 2, 1, 0)
    assert deeds_of([]) == Deeds()
