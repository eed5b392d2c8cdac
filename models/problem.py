"""What is wrong, or merely odd, with a record: shown beside the field, never instead of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error blocks saving; a warning never does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one field.

    Attributes:
        field: name of the field it stands beside; empty for the record as a whole.
        message: Vietnamese, what is odd and with which value.
        severity: whether saving is refused.
    """

    field: str
    message: str
    severity: Severity = Severity.ERROR


def warning(field: str, message: str) -> Problem:
    """Return a problem that does not block."""
    return Problem(field, message, Severity.WARNING)
