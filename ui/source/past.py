"""What was done to a record or by a change, in words, some of it at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """One field: its label, what was, what is; both ready to be shown."""

    label: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One act on one record: a heading, who and when or of what kind, and the fields it changed.

    Of a record that was ``added`` there is nothing to tell of before.
    """

    title: str
    told: str = ""
    edits: tuple[Edit, ...] = ()
    added: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """Some deeds, newest first, and whether there are older ones."""

    deeds: tuple[Deed, ...]
    more: bool = False


ReadPast = Callable[[int], Past]
"""Reads deeds from an offset on; called off the window's thread."""
