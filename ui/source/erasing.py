"""What the window asks about erasing deleted records for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ui.source.backups import Progress


@dataclass(frozen=True, slots=True)
class ErasePlan:
    """What would go.

    Attributes:
        names: titles of the records chosen.
        along: how many go with them because they cannot be without.
        papers: numbers that stay in the issue book.
    """

    names: Sequence[str]
    along: int = 0
    papers: Sequence[str] = ()

    @property
    def many(self) -> int:
        """How many records go in all."""
        return len(self.names) + self.along


class EraseSource(Protocol):
    """Erases what lies in the trash; each act takes its time and may be refused."""

    years: Sequence[int]

    @property
    def may_erase(self) -> bool:
        """Whether who works now runs the register."""

    def plan(self, identities: Sequence[int]) -> ErasePlan:
        """What would go along with some, by their keys in the trash; refused where one stays."""

    def erase(self, identities: Sequence[int], why: str, tell: Progress) -> str:
        """Erase them; tells what was done."""

    def kept_for(self) -> int:
        """How many years deleted records are kept."""

    def keep_for(self, years: int) -> str:
        """Keep them for so many years; tells what was done."""
