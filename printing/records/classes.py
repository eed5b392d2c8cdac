"""Fills F28 to F31 and F34 to F36: a class with its sittings and trainees, a year of classes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from models.figures.classes import training_between
from models.issuing.given import given_to
from models.registers.classes import Subject, TrainingClass, sessions_of, subjects_of
from models.registers.issued import ISSUED
from models.registers.trainees import Trainee, letter_of, marks_of, trainees_of
from models.scores import show_score
from printing.documents.class_data import (
    ClassData,
    InvitationData,
    KindRow,
    SubjectRow,
    TraineeRow,
    TrainingYearData,
)
from printing.records.office import office_on
from printing.records.people import id_number, telephone
from printing.records.words import day_words, decision_words, listed

if TYPE_CHECKING:
    from models.registers.people import Person
    from printing.records.wanted import Wanted


def class_data(training: TrainingClass, wanted: Wanted) -> ClassData:
    """Return a class with all that its papers say of it."""
    sessions = sessions_of(training.id)
    marks = marks_of(training.id)
    letters = {key: letter_of(one.mark) for key, one in marks.items()}
    trainees = trainees_of(training.id)
    given = given_to([one.uid for one in trainees], (ISSUED,))
    first = training.started or training.ended
    decided = decision_words(training.plan_number, training.plan_date)
    return ClassData(
        office_on(wanted.day),
        name=training.in_sentence,
        days=days_words(training),
        place=training.place,
        way=training.way,
        organiser=training.organiser,
        partner=training.partner,
        head_teacher=training.head_teacher,
        whom=_whom(trainees),
        target=training.target,
        periods=training.periods,
        budget=training.budget,
        aim=training.aim,
        rule=_rule(training),
        paper=training.paper_given,
        plan=f"Kế hoạch {decided}" if decided else "",
        year=first.year if first else wanted.day.year,
        day=wanted.day,
        sessions=tuple(
            (f"{one.day:%d/%m}" if one.day else one.label, one.part) for one in sessions
        ),
        subjects=tuple(map(_subject_row, subjects_of(training.id))),
        trainees=tuple(
            replace(
                trainee_row(one, tuple(letters.get((one.id, s.id), "") for s in sessions)),
                paper=given.get(one.uid, ""),
            )
            for one in trainees
        ),
    )


def class_plan_data(training: TrainingClass, wanted: Wanted) -> ClassData:
    """Return F28, under the number and on the day that the class has its plan by."""
    number = re.match(r"\d+", training.plan_number)
    day = training.plan_date.first if training.plan_date and training.plan_date.is_full else None
    data = class_data(training, wanted)
    return replace(data, number=int(number[0]) if number else None, day=day or wanted.day)


def invitation_data(trainee: Trainee, wanted: Wanted) -> InvitationData:
    """Return F35: one trainee called to a class."""
    return InvitationData(class_data(trainee.training_class, wanted), trainee_row(trainee))


def training_year_data(wanted: Wanted) -> TrainingYearData:
    """Return F36: the classes that ended in the year of the day wanted, up to that day."""
    day = wanted.day
    rows = training_between(date(day.year, 1, 1), day)
    return TrainingYearData(
        office_on(day),
        day.year,
        day,
        day,
        tuple(
            KindRow(
                row.indicator,
                row.kind,
                row.classes,
                row.trainees,
                row.passed,
                row.failed,
                row.papers,
            )
            for row in rows
        ),
    )


def days_words(training: TrainingClass) -> str:
    """Write "từ ngày 15/09/2025 đến ngày 17/09/2025", or the one day."""
    started, ended = training.started, training.ended
    if started is None or ended is None or started == ended:
        known = started or ended
        return f"ngày {known.shown}" if known else ""
    return f"từ ngày {started.shown} đến ngày {ended.shown}"


def trainee_row(trainee: Trainee, marks: tuple[str, ...] = ()) -> TraineeRow:
    """Return a trainee as printed."""
    person: Person = trainee.person
    why = trainee.reason if trainee.reason and not trainee.reason.startswith("Xếp loại") else ""
    return TraineeRow(
        name=person.full_name,
        born=day_words(person.birth_date),
        sex=person.sex,
        citizen_id=id_number(person),
        unit=trainee.unit,
        post=trainee.post,
        phone=telephone(person),
        marks=marks,
        share=trainee.share,
        score=show_score(trainee.score),
        grade=trainee.grade,
        result=trainee.result,
        why=why,
        note=trainee.note,
    )


def _subject_row(subject: Subject) -> SubjectRow:
    when = f"{subject.day:%d/%m/%Y}" if subject.day else ""
    part = subject.part.lower()
    return SubjectRow(
        subject.name, subject.periods, subject.lecturer, " ".join(filter(None, (part, when)))
    )


def _whom(trainees: list[Trainee]) -> str:
    """Name the kinds of people in the class, most numerous first."""
    kinds = [one.category for one in trainees if one.category]
    return listed(sorted(set(kinds), key=lambda kind: (-kinds.count(kind), kind)))


def _rule(training: TrainingClass) -> str:
    """Write what a trainee must reach."""
    parts = []
    if training.least_share:
        parts.append(f"chuyên cần từ {training.least_share}% số buổi")
    if training.least_score is not None:
        parts.append(f"điểm từ {show_score(training.least_score)}")
    return ", ".join(parts)
