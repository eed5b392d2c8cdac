"""What an erasing leaves in the history: rows without their words, named by the entry that says so.

An emptied row keeps its link, so the next one still follows it; that it may be empty stands in the
entry of the erasing, a later one of the same chain, which names its key, its link and a mark of
what is left in it and of the row before.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

ERASE: Final = "erase"
"""The act of an entry that tells of a record's erasing."""
WORDS: Final = "đã xóa hẳn"
"""Stands in the history where a name was."""
NAMED: Final = "erased"
"""Where the detail of such an entry names what it emptied: [key, link, mark], both in hex."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """One row of the history as an erasing left it.

    Attributes:
        link: of the row, in hex.
        mark: the link that it would have with what is left in it, in hex.
        by: key of the entry that says so.
    """

    link: str
    mark: str
    by: int

    def is_as_told(self, key: int, link: bytes, mark: bytes) -> bool:
        """Tell whether a row is what its erasing, a later entry, left of it."""
        return key < self.by and (link.hex(), mark.hex()) == (self.link, self.mark)


def named_in(erasings: Iterable[tuple[int, str]]) -> dict[int, Emptied]:
    """Return what erasings name, by the key of the row; the last one that names a row counts.

    Args:
        erasings: key and detail of their entries, in the order of the history.
    """
    found: dict[int, Emptied] = {}
    for by, detail in erasings:
        for row in _rows(detail):
            if isinstance(row, list) and len(row) == 3 and isinstance(row[0], int):
                found[row[0]] = Emptied(str(row[1]), str(row[2]), by)
    return found


def _rows(detail: str) -> list[Any]:
    """Return what a detail names; nothing of one that was altered beside the program."""
    try:
        told = json.loads(detail)[NAMED][1]
    except (ValueError, LookupError, TypeError):
        return []
    return told if isinstance(told, list) else []
