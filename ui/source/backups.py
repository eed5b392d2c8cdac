"""Sticks, copies and their history, as the page of backups needs them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Plugged:
    """A stick that is plugged in now.

    Attributes:
        root: where it is.
        name: what the office calls it.
        where: its place in words ("ổ E:").
        known: it is in use here already.
        size: bytes in all.
        free: bytes that can be written.
        refusal: why no backup goes there; empty where one may.
    """

    root: Path
    name: str
    where: str
    known: bool
    size: int
    free: int
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One line of the history; ``result`` is its word, ``look`` colour and icon."""

    when: str
    place: str
    who: str
    size: str
    result: str
    look: tuple[str, str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How well the register is kept safe.

    Attributes:
        days: since the last copy that was good; None where there is none.
        records: how many there are to copy.
        last: when and where the last good copy was made, in words.
        drilled: when a restore was last tried, in words; empty where never.
        lines: the newest of the history.
        absent: other sticks, and for how many days they were not plugged in.
        bad: a copy that was found damaged, in words.
    """

    days: int | None = None
    records: int = 0
    last: str = ""
    drilled: str = ""
    lines: tuple[BackupLine, ...] = ()
    absent: tuple[tuple[str, int], ...] = ()
    bad: str = ""


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """A copy that could be restored.

    Attributes:
        path: where it stands.
        when: when it was made, in words.
        about: by whom, how large, how many records.
        counts: of every register: its title, in the copy, on the machine.
        lost: how many records restoring it would lose.
        problem: why it cannot be restored; empty where it can.
        compared: whether what the machine holds is known beside it.
        people: who can open it.
    """

    path: Path
    when: str
    about: str = ""
    counts: tuple[tuple[str, int, int], ...] = ()
    lost: int = 0
    problem: str = ""
    compared: bool = True
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """What the machine's register would lose to a copy.

    Attributes:
        number: of records; of a register that cannot be read, the kilobytes of its file.
        readable: whether it could be read.
    """

    number: int
    readable: bool = True


class BackupSource(Protocol):
    """What is done about backups; all of it takes its time, so off the window's thread."""

    def plugged(self) -> Sequence[Plugged]:
        """The sticks that are plugged in now."""

    def standing(self, lines: int) -> Standing:
        """How well the register is kept safe, with so many lines of history."""

    def back_up(self, root: Path, tell: Progress) -> str:
        """Make a proven copy on a stick or in a folder; tells its name."""

    def look_again(self, root: Path, tell: Progress) -> Sequence[str]:
        """Read the copies on a stick again; a sentence for each that is damaged."""

    def drill(self, root: Path, tell: Progress) -> str:
        """Restore the newest copy on a stick into a scratch place and compare; tells what was."""

    def copies(self, root: Path) -> Sequence[CopyFacts]:
        """The copies on a stick, the newest first."""

    def eject(self, root: Path) -> bool:
        """Let a stick go; False where the system does not do it."""


class Copies(Protocol):
    """Copies of registers, for a folder that may hold none yet; every act may take its time."""

    def found(self, root: Path | None) -> Sequence[CopyFacts]:
        """The copies in a folder, or on all sticks that are plugged in."""

    def let_in(self, copy: Path, user: str, password: str) -> object:
        """Open a copy with a password."""

    def let_in_by_sheet(self, copy: Path, user: str, sheet: str, password: str) -> object:
        """Open a copy with the recovery sheet; the password will be the person's new one."""

    def lost(self, copy: Path, entrant: object) -> Loss | None:
        """What the machine's register would lose; None for nothing."""

    def restore(self, copy: Path, entrant: object, tell: Progress) -> None:
        """Put the copy into the folder."""
