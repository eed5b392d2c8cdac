"""What the settings page asks: the office, and short lists whose entries have a form each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ui.source.entry import FormSource
from ui.source.lists import ColumnFacts, Row


class Entries(Protocol):
    """A short list; ``ending`` is the act that takes an entry out of use."""

    @property
    def name(self) -> str:
        """What its drafts are kept under."""

    @property
    def title(self) -> str:
        """Heading of the list."""

    @property
    def noun(self) -> str:
        """What one entry is called."""

    @property
    def ending(self) -> str:
        """The words of the act that takes an entry out of use."""

    @property
    def columns(self) -> Sequence[ColumnFacts]:
        """The columns of the list."""

    def rows(self) -> Sequence[Row]:
        """All entries, in their own order."""


class EntrySource(Entries, Protocol):
    """A short list whose entries have a form each."""

    @property
    def form(self) -> FormSource:
        """The form of an entry."""

    def end(self, identity: int) -> str:
        """Take an entry out of use as one change; tells what was done.

        Raises:
            UserError: it is out of use already.
        """


class OfficeFacts(Protocol):
    """The office of the open register."""

    @property
    def office(self) -> FormSource:
        """The office itself; there is one only, whatever key is given."""

    @property
    def signers(self) -> EntrySource:
        """Who signs its papers."""

    def catalogues(self) -> Sequence[tuple[str, str]]:
        """The catalogues of the registers, as (name, title)."""

    def words(self, catalogue: str) -> EntrySource:
        """The words of a catalogue."""
