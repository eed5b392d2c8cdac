"""The fields of a form, which bring their own reading and writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen, with its words; ``detail`` tells two alike apart."""

    value: object
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that is to be made with the form's own, by the values of its fields."""

    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Words:
    """What was typed into a link and taken from no list: the register knows who or what it is."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """One field of a form.

    ``kind`` is a word of `models.fields.Kind`. ``parse`` reads what was typed and raises
    `models.errors.UserError`; ``show`` writes a value back; neither asks the register: the value of
    a link is an `Option` with the record's key, or `Words`. ``options`` are the words of a choice
    or catalogue; ``find`` looks for linked records by words, which does ask the register.
    ``width`` is a part of 12 columns, 0 leaves it to the kind. ``open_ended`` lets a catalogue take
    words that are not in it. ``fresh`` are the few fields of a linked record that can be made on
    the spot. ``stays`` is filled in already when another record is added after one.
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
    fresh: tuple[FieldFacts, ...] = ()
    stays: bool = False


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """Fields that stand together, with a heading and at most one hint."""

    title: str
    fields: tuple[FieldFacts, ...]
    hint: str = ""
