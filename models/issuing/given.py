"""Which records, such as trainees, were given a paper, and under which number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.record import parts
from models.registers.issued import ISSUED, RESERVED, IssuedPaper

if TYPE_CHECKING:
    from collections.abc import Collection

CHUNK = 500


def given_to(
    origins: Collection[str], states: Collection[str] = (RESERVED, ISSUED)
) -> dict[str, str]:
    """Return origin to number of the papers that stand or are held for some records.

    Args:
        origins: uids of the records.
        states: what the papers must be; a number that is only held is no paper yet.
    """
    found: dict[str, str] = {}
    for part in parts(origins, CHUNK):
        rows: Any = (
            IssuedPaper.select(IssuedPaper.origin, IssuedPaper.label)
            .where(
                IssuedPaper.origin.in_(part),
                IssuedPaper.state.in_(states),
                IssuedPaper.trashed_at.is_null(),
            )
            .tuples()
        )
        found.update(rows)
    return found
