"""A record as it is read: facts, lines, chips and tabs, all ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ui.source.lists import ColumnFacts, Row
from ui.source.past import ReadPast


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, both ready to be shown."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A status word; ``kind`` names a look where the word itself has none."""

    text: str
    kind: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A person or thing in a short list: name, what it is, and something at the right.

    ``target`` says which record of which register a person is; a thing has none.
    """

    title: str
    detail: str = ""
    right: str = ""
    target: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Warn:
    """What needs doing with this record, first on its page."""

    title: str
    text: str = ""
    colour: str = "orange"
    icon: str = "clock-outline"
    action: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a detail page: facts, lines or a text under a heading."""

    title: str = ""
    facts: tuple[Fact, ...] = ()
    lines: tuple[Line, ...] = ()
    text: str = ""
    link: str = ""
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the detail pane: blocks, a list of its own, or what happened in the past.

    ``targets`` says which record of which register a row of the list opens; ``acts`` names acts of
    the page whose buttons stand above.
    """

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[ColumnFacts, ...] = ()
    targets: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    past: ReadPast | None = None
    nothing: str = ""
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """A record as it is read; ``allowed`` says whether the act of its first button is."""

    title: str
    context: str = ""
    chips: tuple[Chip, ...] = ()
    warnings: tuple[Warn, ...] = ()
    tabs: tuple[Tab, ...] = ()
    foot: str = ""
    allowed: bool = True


class DetailSource(Protocol):
    """Tells everything about one record."""

    def detail(self, identity: int) -> Detail | None:
        """The record, or nothing when it is gone."""
