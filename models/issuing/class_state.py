"""The state of a class follows its papers: to be printed until all who passed have theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models import clock
from models.issuing.given import given_to
from models.registers import classes
from models.registers.classes import TrainingClass
from models.registers.issued import ISSUED
from models.registers.trainees import Trainee
from models.rules.passing import PASSED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.registers.issued import IssuedPaper
    from models.store.change import Change


def follow(work: Change, papers: Iterable[IssuedPaper]) -> None:
    """Bring the classes whose trainees some papers are for into the state that papers put them.

    A class that was cancelled or still goes on stays as it is. The state is put in beside the
    register's rules: a flaw of the class's own record keeps nobody from getting a paper.
    """
    origins = [paper.origin for paper in papers if paper.origin]
    keys = Trainee.select(Trainee.training_class).where(Trainee.uid.in_(origins)).distinct()
    for training in list(TrainingClass.select().where(TrainingClass.id.in_(keys))):
        state = _state(training)
        if training.state != state and training.trashed_at is None:
            work.set_values(training, {"state": state})


def _state(training: TrainingClass) -> str:
    last = training.last_day
    if training.state == classes.CANCELLED or (last is not None and last > clock.today()):
        return str(training.state)
    live = (Trainee.training_class == training.id) & Trainee.trashed_at.is_null()
    passed = Trainee.select(Trainee.uid).where(live, Trainee.result == PASSED)
    uids = [trainee.uid for trainee in passed]
    given = given_to(uids, (ISSUED,))
    return classes.ISSUED if uids and len(given) == len(uids) else classes.TO_PRINT
