"""What a form asks: fields that bring their own reading and writing, and where to store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from models.problem import Problem


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
