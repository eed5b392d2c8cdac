"""What the page of doubles asks: pairs of people, both side by side, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ui.source.lists import ListSource


@dataclass(frozen=True, slots=True)
class Choice:
    """One field of both people: their values ready to be shown, and whose is proposed.

    ``same`` fields have nothing to choose.
    """

    name: str
    label: str
    values: tuple[str, str]
    proposed: int
    same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two people side by side.

    ``kept`` says which of them is proposed to stay, 0 or 1; ``hanging`` what hangs on each, line by
    line; ``told`` what a merge would do when the one or the other stays.
    """

    identities: tuple[int, int]
    names: tuple[str, str]
    details: tuple[str, str]
    why: str
    kept: int
    choices: tuple[Choice, ...]
    hanging: tuple[tuple[str, ...], tuple[str, ...]]
    told: tuple[tuple[str, ...], tuple[str, ...]]


class DoubleSource(ListSource, Protocol):
    """Pairs of people who may be one.

    The list's own methods are called on one worker thread; `compare`, `merge` and
    `declare_different` on that of long work.
    """

    def narrow(self, identities: Sequence[int]) -> None:
        """List the pairs of all people for none, of one person, or just one pair of two."""

    def pair(self, row: int) -> tuple[int, int]:
        """The two people of a listed row."""

    def compare(self, identities: tuple[int, int]) -> Comparison:
        """Both people side by side.

        Raises:
            UserError: one of them is gone.
        """

    def merge(self, comparison: Comparison, kept: int, choices: Mapping[str, int]) -> str:
        """Make one person of both in one change; tells what was done.

        Args:
            comparison: as it was shown.
            kept: which person stays.
            choices: field name to whose value stays.
        """

    def declare_different(self, identities: tuple[int, int]) -> str:
        """Remember that they are not one person; tells so."""

    def take_apart(self, merge: int) -> str:
        """Give a merged person back; tells what was kept as it is."""
