"""The program behind the window: its registers, and everything that can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ui.source.details import DetailSource
from ui.source.entry import FormSource
from ui.source.forms import Option
from ui.source.keeping import Drafts, LeftUnsaved, Settings
from ui.source.lists import ListSource


@dataclass(frozen=True, slots=True)
class FilterFacts:
    """A filter chip: on or off when it has no options, else a list to choose from.

    ``fresh`` reads the options where records are chosen by, off the window's thread, after changes.
    """

    key: str
    title: str
    options: tuple[Option, ...] = ()
    short: bool = True
    fresh: Callable[[], Sequence[Option]] | None = None

    @property
    def choosable(self) -> bool:
        """Whether it opens a list."""
        return bool(self.options) or self.fresh is not None


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """A register as the shell needs it: its words and where its records come from.

    ``beside`` are the registers that share one place of the left bar, this one among them, as
    (name, word of the view); ``waits`` is the filter whose count stands on that place. ``act`` is
    what Enter and the first button do with a record; ``has_page`` says that it opens on a page of
    its own; ``own_acts`` are what else can be done with a record, by their names in `ui.actions`;
    ``settable`` are the fields that many records are given at once, as (name, word); ``many`` are
    further acts for several records, by their names too.
    """

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
    beside: tuple[tuple[str, str], ...] = ()
    waits: str = ""
    has_page: bool = False
    can_add: bool = True
    can_import: bool = True
    can_restore: bool = False
    act: str = "edit"
    many: tuple[str, ...] = ()
    can_edit: bool = True
    own_acts: tuple[str, ...] = ()
    settable: tuple[tuple[str, str], ...] = ()


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
    def keeping(self) -> Sequence[Bundle]:
        """What is no register but listed like one: changes, and what was deleted."""

    @property
    def settings(self) -> Settings:
        """What the window remembers."""

    @property
    def drafts(self) -> Drafts:
        """What was typed and not saved."""

    def unsaved(self) -> Sequence[LeftUnsaved]:
        """All of that with its words, the latest first; asks the register."""

    def remove(self, register: str, identities: Sequence[int]) -> str:
        """Move records to the trash as one change; tells what was removed."""

    def set_field(
        self,
        register: str,
        identities: Sequence[int],
        name: str,
        value: object,
        tell: Callable[[int, int, str], None],
    ) -> str:
        """Give many records one value of a field as one change; tells what was done."""

    def undo(self) -> str:
        """Undo the last change; tells what, empty when there is none."""

    def restore(self, identities: Sequence[int]) -> str:
        """Bring back what was deleted, by its keys in the trash; tells what."""

    def undo_change(self, identity: int) -> str:
        """Take back one change of the list; tells what."""

    def next_turns(self) -> tuple[str, str]:
        """What undo and redo would take back now; empty for nothing."""

    def redo(self) -> str:
        """Do the last undone change again; tells what, empty when there is none."""

    def find(self, words: str) -> Sequence[Found]:
        """What matches in any register, people first; asked off the window's thread."""

    def find_in_texts(self, words: str, stopped: Callable[[], bool]) -> Sequence[Found]:
        """What holds the words in a note or another long text; asked off the window's thread.

        ``stopped`` tells whether nobody waits for the answer any more.
        """

    def close(self) -> None:
        """Give back what the lists held; their threads have ended."""
