"""Training of a year by kind of class (DT01 to DT04 of the movement report)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.catalogues import catalogue
from models.registers.classes import CANCELLED, ISSUED, PLANNED, TrainingClass
from models.registers.issued import ISSUED as GIVEN
from models.registers.issued import IssuedPaper
from models.registers.trainees import Trainee
from models.rules.class_papers import NONE
from models.rules.passing import FAILED

if TYPE_CHECKING:
    from datetime import date


@dataclass(slots=True)
class Training:
    """What one kind of class came to.

    Attributes:
        indicator: DT01, DT02, DT03, or nothing.
        kind: word of the catalogue, or as the class was written.
        papers: trainees whose paper stands in the issue book; of a class that has none there but
            is said to have its papers given out, those who passed.
    """

    indicator: str
    kind: str
    classes: int = 0
    trainees: int = 0
    passed: int = 0
    failed: int = 0
    papers: int = 0


def held_between(first: date, last: date) -> list[TrainingClass]:
    """Return the classes that ended within a span of days, those not held left out."""
    live = TrainingClass.trashed_at.is_null()
    known = TrainingClass.select().where(live, TrainingClass.state.not_in((PLANNED, CANCELLED)))
    ended = [(one.last_day, one) for one in known.order_by(TrainingClass.id)]
    return [one for day, one in ended if day is not None and first <= day <= last]


def training_between(first: date, last: date) -> list[Training]:
    """Count the classes of a span of days by kind, in the order of the catalogue."""
    kinds = catalogue("class_kinds")
    found: dict[str, Training] = {}
    for one in held_between(first, last):
        entry = kinds.find(one.kind) if one.kind else None
        kind = entry.word if entry else one.kind or "Chưa ghi loại"
        of_kind = found.setdefault(
            kind, Training(entry.extra.get("indicator", "") if entry else "", kind)
        )
        of_kind.classes += 1
        of_kind.trainees += one.enrolled or 0
        of_kind.passed += one.passed or 0
        of_kind.failed += _failed(one)
        of_kind.papers += _papers(one)
    order = kinds.words()
    return sorted(
        found.values(), key=lambda one: order.index(one.kind) if one.kind in order else len(order)
    )


def _papers(training: TrainingClass) -> int:
    """Count whom a class has given papers; the book does not know those of earlier years."""
    of_class = (Trainee.training_class == training.id) & Trainee.trashed_at.is_null()
    given = IssuedPaper.select(IssuedPaper.origin).where(
        IssuedPaper.origin.in_(Trainee.select(Trainee.uid).where(of_class)),
        IssuedPaper.state == GIVEN,
        IssuedPaper.trashed_at.is_null(),
    )
    in_book = given.distinct().count()
    told = training.state == ISSUED and training.paper_given != NONE
    return in_book or (training.passed or 0 if told else 0)


def _failed(training: TrainingClass) -> int:
    of_class = (Trainee.training_class == training.id) & Trainee.trashed_at.is_null()
    return Trainee.select().where(of_class, Trainee.result == FAILED).count()
