"""What the window asks of the issue book: one paper as it was given, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ui.source.details import Block, Chip, Line, Warn
from ui.source.papers import Tell

VOID, REISSUE, REPRINT, HAND_OVER, RUN = "void", "reissue", "reprint", "hand_over", "run"
"""What can be done with a paper."""


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One paper of the book: what is known of it, and its sheet as it was kept.

    ``pdf`` holds the sheets of its whole print run, ``page`` its own, from 0; ``acts`` are those
    that its state and the person at work allow.
    """

    id: int
    label: str
    title: str
    receiver: str
    chip: Chip
    told: Warn | None
    blocks: tuple[Block, ...]
    pdf: bytes
    page: int
    acts: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Handing:
    """Papers that can be handed over together; ``others`` of those chosen cannot."""

    keys: tuple[int, ...]
    lines: tuple[Line, ...]
    others: int = 0


@dataclass(frozen=True, slots=True)
class Again:
    """A paper that is to be given again, as the draft of the new one begins."""

    paper: int
    label: str
    receiver: str
    design: str
    merit: str
    decision: str


class IssueBookSource(Protocol):
    """Reads and writes the issue book; all methods are called off the window's thread."""

    def card(self, paper: int) -> PaperCard:
        """One paper."""

    def to_hand(self, papers: Sequence[int]) -> Handing:
        """Which of some papers can be handed over.

        Raises:
            UserError: none of them.
        """

    def hand_over(self, papers: Sequence[int], to: str, day: str) -> str:
        """Note who took papers on a typed day; without a name each receiver did. Tells of it."""

    def void(self, paper: int, reason: str) -> str:
        """Declare a paper void; tells of it."""

    def again(self, paper: int) -> Again:
        """What the draft of a paper that is given again begins with."""

    def further_pages(self, paper: int, tell: Tell) -> bytes:
        """The sheet of a paper, marked as printed again."""

    def leaving(self, paper: int, where: str) -> None:
        """Tell in the history that a paper's sheet leaves the program; asked before it does."""

    def note_reprint(self, paper: int) -> str:
        """Count a further sheet of a paper, printed or in a file; tells of it."""
