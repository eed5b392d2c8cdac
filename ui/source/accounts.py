"""What the window asks about the people who work with the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Account:
    """One person as the list of them shows; one who `waits` has no password any more."""

    id: int
    name: str
    role: str
    ended: bool
    is_self: bool
    rank: str = ""
    post: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A role that can be given: its word, and what it may do in one line."""

    word: str
    hint: str


class Accounts(Protocol):
    """The people of the open register; every act here takes its time.

    Acts tell in words what was done, and raise UserError, AccessError or WorldError.
    """

    roles: Sequence[RoleFacts]

    @property
    def may_manage(self) -> bool:
        """Whether who works now runs the register."""

    @property
    def must_change(self) -> bool:
        """Whether who works now still has a password that somebody else chose."""

    @property
    def may_unmask(self) -> bool:
        """Whether who works now sees dots where they may see more."""

    def people(self) -> Sequence[Account]:
        """Everybody, those ended last."""

    def add(self, name: str, role: str, password: str) -> str:
        """Let one more person in."""

    def end(self, name: str) -> str:
        """Let a person in no more."""

    def take_back(self, name: str, password: str) -> str:
        """Let a person in again."""

    def set_role(self, name: str, role: str) -> str:
        """Make a person something else to the register."""

    def describe(self, name: str, rank: str, post: str) -> str:
        """Say what rank and post a person has."""

    def reset(self, name: str, password: str) -> str:
        """Give a person another password."""

    def change_own(self, old: str, new: str) -> str:
        """Replace the password of who works now."""

    def unmask(self) -> str:
        """Show who works now what is sensitive, until the register is closed."""
