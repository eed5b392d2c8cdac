"""Counts of training classes: sessions held, who attended how much, who passed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import fn

from models.record import column
from models.registers.classes import Session, TrainingClass
from models.registers.trainees import Attendance, Trainee
from models.rules.passing import PASSED, Asked, Shown, outcome, present_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def trainees_counted_with(model: type[Any], keys: Collection[int]) -> list[int]:
    """Return the keys of the trainees whose attendance or result hangs on classes or sessions."""
    if model is TrainingClass:
        return column(Trainee.select(Trainee.id).where(Trainee.training_class.in_(keys)))
    classes = Session.select(Session.training_class).where(Session.id.in_(keys))
    return column(Trainee.select(Trainee.id).where(Trainee.training_class.in_(classes)))


def derive_sessions(sessions: Sequence[Session]) -> None:
    """Say of each session whether anybody's attendance is marked in it."""
    if sessions:
        marked = Attendance.session.in_([session.id for session in sessions]), *_marked()
        held = set(column(Attendance.select(Attendance.session).where(*marked).distinct()))
        for session in sessions:
            session.held = session.id in held


def derive_trainees(trainees: Sequence[Trainee]) -> None:
    """Count the attendance of each trainee and say who passed."""
    if not trainees:
        return
    classes = {trainee.training_class_id for trainee in trainees}
    rules = TrainingClass.select(
        TrainingClass.id, TrainingClass.least_share, TrainingClass.least_score
    ).where(TrainingClass.id.in_(classes))
    asked = {rule.id: Asked(rule.least_share, rule.least_score) for rule in rules}
    held = _counts(
        Session.training_class, Session.training_class.in_(classes), Session.held, _live(Session)
    )
    came = _counts(
        Attendance.trainee,
        Attendance.trainee.in_([trainee.id for trainee in trainees]),
        Attendance.mark.in_(present_marks()),
        Attendance.session.in_(Session.select(Session.id).where(_live(Session))),
        _live(Attendance),
    )
    for trainee in trainees:
        key = trainee.training_class_id
        present = came.get(trainee.id, 0)
        shown = Shown(trainee.grade, trainee.score, present, held.get(key, 0))
        trainee.attended, trainee.share = present, shown.share
        trainee.result, trainee.reason = outcome(asked.get(key, Asked()), shown)


def derive_classes(classes: Sequence[TrainingClass]) -> None:
    """Count sessions, trainees and those who passed."""
    if not classes:
        return
    keys = [training.id for training in classes]
    of_these = Trainee.training_class.in_(keys), _live(Trainee)
    sessions = _counts(Session.training_class, Session.training_class.in_(keys), _live(Session))
    enrolled = _counts(Trainee.training_class, *of_these)
    passed = _counts(Trainee.training_class, *of_these, Trainee.result == PASSED)
    for training in classes:
        training.sessions = sessions.get(training.id, 0)
        training.enrolled = enrolled.get(training.id, 0)
        training.passed = passed.get(training.id, 0)


def _marked() -> tuple[Any, ...]:
    return Attendance.mark != "", _live(Attendance)


def _live(model: type[Any]) -> Any:  # noqa: ANN401 - an expression
    return model.trashed_at.is_null()


def _counts(link: Any, *conditions: Any) -> dict[int, int]:  # noqa: ANN401 - peewee's own
    """Count rows by the record a link leads to."""
    model = link.model
    return dict(model.select(link, fn.count(model.id)).where(*conditions).group_by(link).tuples())
