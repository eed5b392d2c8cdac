"""What a case of a rule is: what the rule says about one record, and one it is silent on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.record import Record
from tests.models.samples import whole

Make = Callable[[], Record]


@dataclass(frozen=True)
class Case:
    """What a rule has to say about records made up for it.

    Attributes:
        says: field, and part of the sentence.
        bad: makes a record the rule has something to say about.
        good: makes one it is silent on.
        blocks: whether it refuses saving.
    """

    says: tuple[str, str]
    bad: Make
    good: Make
    blocks: bool = False


def made(model: type[Record], **values: Any) -> Make:
    """Return what makes a whole record with some values of its own."""
    return lambda: whole(model, **values)
