"""What may not be stored is refused here, whoever asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.problem import Severity
from models.registers import register_of
from models.store.rows import wrong_fields

if TYPE_CHECKING:
    from models.record import Record


def refuse_errors(record: Record) -> None:
    """Refuse a record that its register's rules call wrong.

    Raises:
        UserError: the first error.
    """
    register = register_of(type(record))
    if register is None:
        refuse_bad_fields(record)
        return
    for problem in register.problems(record):
        if problem.severity is Severity.ERROR:
            raise UserError(problem.message, problem.field)


def refuse_bad_fields(record: Record) -> None:
    """Refuse a record with a value that its field cannot have; rules across fields apart.

    Raises:
        UserError: the first such field.
    """
    for fact, message in wrong_fields(record):
        raise UserError(message, fact.name)
