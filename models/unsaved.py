"""What was typed into a form and not saved, as it travels between the window and the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The draft of one form.

    Attributes:
        form: name of the register.
        record: key of the record, None for a new one.
        texts: what was typed, by field; fields nobody touched are not in it.
        revision: of the record when the form began; None for a new one.
        at: when it was kept, with the machine's time zone.
    """

    form: str
    record: int | None
    texts: Mapping[str, str]
    revision: int | None
    at: datetime
