"""The certificates of a class: who has passed and holds none yet, and what theirs says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.issuing.given import given_to
from models.registers.trainees import Trainee, trainees_of
from models.rules.passing import PASSED
from printing.records.certificates import person_item
from printing.records.classes import days_words

if TYPE_CHECKING:
    from datetime import date

    from models.issuing.runs import Item
    from models.registers.classes import TrainingClass
    from printing.documents.office import OfficeData


def due_trainees(training: TrainingClass) -> list[Trainee]:
    """Return the trainees who passed and have no number yet, in the order of the class's sheets."""
    trainees = [one for one in trainees_of(training.id) if one.result == PASSED]
    given = given_to([one.uid for one in trainees])
    return [one for one in trainees if one.uid not in given]


def class_merit(training: TrainingClass) -> str:
    """Return what is certified of those who passed a class."""
    days = days_words(training)
    return f"Đã hoàn thành {training.in_sentence}{f', {days}' if days else ''}"


def trainee_item(
    trainee: Trainee, office: OfficeData, day: date, merit: str, decision: str = ""
) -> Item:
    """Return the paper of a trainee; it names the trainee as its origin."""
    unit = " ".join(filter(None, (trainee.post, trainee.unit)))
    item = person_item(trainee.person, office, day, merit, decision, unit=unit)
    result = f"Xếp loại: {trainee.grade}" if trainee.grade else f"Kết quả: {trainee.result}"
    return replace(
        item,
        data=item.data | {"result": result},
        unit=trainee.unit or item.unit,
        subject=trainee.training_class.name,
        result=trainee.grade or trainee.result,
        origin=trainee.uid,
    )
