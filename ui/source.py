"""What the window asks of the registers: small protocols, so that no widget knows a database.

Everything handed over is ready to be shown: a page of a list is made of strings, a field brings
its own reading and writing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from models.problem import Problem


class Align(StrEnum):
    """Where a cell's text stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class CellKind(StrEnum):
    """How a cell is painted."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    STATUS = "status"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """One column of a list.

    ``share`` is its width relative to the others, 0 keeps it hidden until asked for; ``short`` is
    the heading where room is scarce; ``looks`` names a kind of look (see `ui.looks`) for words of
    a catalogue; ``room`` is the least room it needs (see `ui.table.columns.Room`).
    """

    key: str
    title: str
    share: float = 1.0
    align: Align = Align.LEFT
    kind: CellKind = CellKind.TEXT
    short: str = ""
    looks: Mapping[str, str] = field(default_factory=dict)
    sortable: bool = True
    room: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """The column a list is sorted by."""

    column: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows: words searched for, filters as (key, value), and the order."""

    search: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    order: Order = Order()


@dataclass(frozen=True, slots=True)
class Row:
    """A record in a list: its key and a ready text for every column."""

    id: int
    cells: tuple[str, ...]


class ListSource(Protocol):
    """A list of any length.

    All methods but `columns` and `interrupt` are called on one worker thread, one at a time, so
    the source may keep a connection of that thread. `interrupt` comes from another thread and
    makes the running call fail with any exception.
    """

    @property
    def columns(self) -> Sequence[ColumnFacts]:
        """The columns, in order; the cells of every row follow it."""

    def count(self, query: Query) -> int:
        """How many rows there are in all."""

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Rows ``offset`` to ``offset + limit``, fewer at the end."""

    def position(self, query: Query, identity: int) -> int:
        """At which row a record stands, -1 when it is not in the list."""

    def interrupt(self) -> None:
        """Stop the call that is running, if there is one."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen, with its words; ``detail`` tells two alike apart."""

    value: object
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """One field of a form.

    ``kind`` is a word of `models.fields.Kind`. ``parse`` reads what was typed and raises
    `models.errors.UserError`; ``show`` writes a value back. ``options`` are the words of a choice
    or catalogue; ``find`` looks for linked records by words. ``width`` is a part of 12 columns,
    0 leaves it to the kind. ``open_ended`` lets a catalogue take words that are not in it.
    """

    name: str
    label: str
    kind: str = "text"
    help: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    parse: Callable[[str], object] = str
    show: Callable[[object], str] = str
    find: Callable[[str], Sequence[Option]] | None = None
    width: int = 0
    open_ended: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """Fields that stand together, with a heading and at most one hint."""

    title: str
    fields: tuple[FieldFacts, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record as the form begins with it; a new one has no revision."""

    title: str
    values: Mapping[str, object]
    revision: int | None = None


class FormSource(Protocol):
    """One kind of record to be entered and changed."""

    @property
    def sections(self) -> Sequence[SectionFacts]:
        """The form, in reading order."""

    def load(self, identity: int | None) -> Loaded:
        """A stored record, or the beginnings of a new one."""

    def check(self, identity: int | None, values: Mapping[str, object]) -> Sequence[Problem]:
        """Everything wrong or odd with the values as they would be stored."""

    def save(self, identity: int | None, values: Mapping[str, object], revision: int | None) -> int:
        """Store in one named change and give the record's key.

        Raises:
            UserError: something is wrong after all, or the record was changed meanwhile.
            WorldError: the disk failed; nothing was stored.
        """


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
    """A person or thing in a short list: name, what it is, and something at the right."""

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
    """A tab of the detail pane: blocks, or a list of its own."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[ColumnFacts, ...] = ()
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A record as it is read."""

    title: str
    context: str = ""
    chips: tuple[Chip, ...] = ()
    warnings: tuple[Warn, ...] = ()
    tabs: tuple[Tab, ...] = ()
    foot: str = ""


class DetailSource(Protocol):
    """Tells everything about one record."""

    def detail(self, identity: int) -> Detail | None:
        """The record, or nothing when it is gone."""


@dataclass(frozen=True, slots=True)
class FilterFacts:
    """A filter chip: on or off when it has no options, else a list to choose from."""

    key: str
    title: str
    options: tuple[Option, ...] = ()
    short: bool = True


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """A register as the shell needs it: its words and where its records come from."""

    name: str
    title: str
    noun: str
    icon: str
    short: str = ""
    group: str = ""
    search_hint: str = ""
    empty: str = ""
    filters: tuple[FilterFacts, ...] = ()
    prints: tuple[tuple[str, str], ...] = ()
    can_add: bool = True
    can_import: bool = True


@dataclass(frozen=True, slots=True)
class Bundle:
    """A register with everything the window needs of it."""

    facts: RegisterFacts
    rows: ListSource
    detail: DetailSource
    form: FormSource | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Something found anywhere: where it is, its words, and which record to open."""

    group: str
    title: str
    detail: str = ""
    icon: str = ""
    place: str = ""
    register: str = ""
    identity: int = 0
    command: str = ""


class Desk(Protocol):
    """Everything the window can ask the program to do.

    Sentences come back ready to be shown; failures are the errors of `models.errors`.
    """

    @property
    def office(self) -> str:
        """The office's name, as on the left bar."""

    @property
    def user(self) -> str:
        """Who works now."""

    @property
    def registers(self) -> Sequence[Bundle]:
        """The registers there are, in the order of the left bar."""

    @property
    def settings(self) -> Settings:
        """What the window remembers."""

    @property
    def drafts(self) -> Drafts:
        """What was typed and not saved."""

    def remove(self, register: str, identities: Sequence[int]) -> str:
        """Move records to the trash as one change; tells what was removed."""

    def undo(self) -> str:
        """Undo the last change; tells what, empty when there is none."""

    def redo(self) -> str:
        """Do the last undone change again; tells what, empty when there is none."""

    def paper(
        self,
        register: str,
        document: str,
        query: Query,
        identities: Sequence[int],
        progress: Callable[[int, int, str], None],
    ) -> bytes:
        """A PDF of a document, of the records given or of all the query finds."""

    def find(self, words: str) -> Sequence[Found]:
        """What matches in any register, people first."""


class Drafts(Protocol):
    """Keeps what was typed until it is saved, through crashes too."""

    def keep(self, form: str, identity: int | None, texts: Mapping[str, str]) -> None:
        """Keep the texts of a form in place of those kept before."""

    def kept(self, form: str, identity: int | None) -> Mapping[str, str]:
        """What is kept of a form; nothing when nothing is."""

    def drop(self, form: str, identity: int | None) -> None:
        """Forget what is kept of a form."""


class MemoryDrafts:
    """Drafts of this run only."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int | None], dict[str, str]] = {}

    def keep(self, form: str, identity: int | None, texts: Mapping[str, str]) -> None:
        """Keep the texts of a form in place of those kept before."""
        self._kept[form, identity] = dict(texts)

    def kept(self, form: str, identity: int | None) -> Mapping[str, str]:
        """What is kept of a form; nothing when nothing is."""
        return self._kept.get((form, identity), {})

    def drop(self, form: str, identity: int | None) -> None:
        """Forget what is kept of a form."""
        self._kept.pop((form, identity), None)


class Settings(Protocol):
    """What a person's window remembers."""

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""

    def put(self, key: str, value: str) -> None:
        """Remember a text."""


class MemorySettings:
    """Settings of this run only."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return self._kept.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Remember a text."""
        self._kept[key] = value
