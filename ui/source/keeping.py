"""What the window keeps: drafts of forms, and what a person chose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from models.unsaved import Unsaved

DESIGN = "template/"


@dataclass(frozen=True, slots=True)
class LeftUnsaved:
    """A draft by the words of the record it is of and of the register that holds that."""

    form: str
    record: int | None
    title: str
    place: str
    at: datetime

    @property
    def design(self) -> str:
        """The design of a certificate it is of; empty for any other."""
        return self.form.removeprefix(DESIGN) if self.form.startswith(DESIGN) else ""


class Drafts(Protocol):
    """Keeps what was typed until it is saved, through crashes too."""

    def keep(
        self,
        unsaved: Unsaved,
        succeeded: Callable[[], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Keep a draft in place of the one before; come back at once and tell later how it went.

        What cannot be written is given back by `kept` all the same, as long as the window stands;
        ``failed`` hears of it the first time only.
        """

    def kept(self, form: str, identity: int | None) -> Unsaved | None:
        """What is kept of a form; nothing when nothing is."""

    def drop(self, form: str, identity: int | None) -> None:
        """Forget what is kept of a form."""


class MemoryDrafts:
    """Drafts of this run only."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int | None], Unsaved] = {}

    def keep(
        self,
        unsaved: Unsaved,
        succeeded: Callable[[], object],
        failed: Callable[[Exception], object],  # noqa: ARG002 - memory does not fail
    ) -> None:
        """Keep a draft in place of the one before."""
        self._kept[unsaved.form, unsaved.record] = unsaved
        succeeded()

    def kept(self, form: str, identity: int | None) -> Unsaved | None:
        """What is kept of a form; nothing when nothing is."""
        return self._kept.get((form, identity))

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
