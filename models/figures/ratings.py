"""Ratings of a year: the last one given to each model, team or member, and how they are grouped."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from models.catalogues import catalogue
from models.registers.reviews import Review

_LOOKS: Final = {"best": "GOOD", "good": "GOOD", "middle": "FAIR", "weak": "WEAK"}


class Group(StrEnum):
    """The three columns in which reports count the ratings of models."""

    GOOD = "hiệu quả, tốt"
    FAIR = "trung bình"
    WEAK = "yếu"


def group_of(rating: str) -> Group | None:
    """Return where a rating is counted; nothing for none, "không phân loại" and unknown words.

    "Khá" stands between tốt and trung bình and is counted with tốt, as its place in the catalogue
    says; forms tell it apart in their remarks.
    """
    entry = catalogue("ratings").find(rating) if rating else None
    name = _LOOKS.get(entry.look) if entry else None
    return Group[name] if name else None


def ratings_of(year: int, link: Any) -> dict[int, Review]:  # noqa: ANN401 - a field
    """Return the year's last review of each subject that `link`, a field of Review, leads to.

    Within a year the later part decides, a whole year coming last.
    """
    live = Review.trashed_at.is_null() & (Review.year == year) & link.is_null(False)
    reviews = sorted(Review.select().where(live), key=lambda review: (review.rank, review.id))
    return {getattr(review, link.object_id_name): review for review in reviews}
