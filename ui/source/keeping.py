"""What the window keeps: drafts of forms, and what a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


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
