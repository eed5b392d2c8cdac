"""What keeps the register safe beside its copies, as the page of backups shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ui.source.backups import Progress


@dataclass(frozen=True, slots=True)
class Aside:
    """A register that was set aside: its name, and when, why and how large in words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Safeguards:
    """What there is beside the copies.

    Attributes:
        sheet: when a recovery sheet was last made here, in words.
        aside: registers that were set aside, the newest first.
        size: of all those, in words.
    """

    sheet: str = ""
    aside: Sequence[Aside] = ()
    size: str = ""


class Safekeeping(Protocol):
    """Acts of who runs the register; each takes its time, and tells in words what was done."""

    def safeguards(self) -> Safeguards:
        """What there is now."""

    def about_sheet(self) -> tuple[str, str]:
        """Whose recovery sheet it is, and when and by whom it is made."""

    def show_sheet(self, password: str) -> str:
        """The key for a recovery sheet made again; asked for with one's own password."""

    def new_sheet(self, password: str) -> str:
        """A key for a sheet with a new code, which opens nothing yet; asked for likewise."""

    def changing(self, password: str, key: str) -> Callable[[Progress], None]:
        """What puts the register under that key, once it is closed."""

    def draw_sheet(self, key: str) -> bytes:
        """The sheet as a PDF, in memory."""

    def sheet_proven(self) -> str:
        """Note that the sheet was read back from paper."""

    def package(self, path: Path, password: str, tell: Progress) -> str:
        """Write all registers as one workbook behind a password."""

    def clear(self, name: str) -> str:
        """Erase a register that was set aside."""
