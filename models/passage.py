"""One thing that happened in a person's life, as some register tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.record import Record
    from models.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a person's timeline.

    Attributes:
        when: as precisely as known; nothing where the paper did not say.
        words: Vietnamese, what happened, without the date.
        record: what tells it, and what a click opens.
    """

    when: PartialDate | None
    words: str
    record: Record
