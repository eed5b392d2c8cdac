"""An unforeseen error in words that name nobody: what kind, where in our own files, when.

It never holds the error's message, a value or a line of anybody else's code: those could carry
names and numbers of people. Apart from `ui.crash`, which has to hear from the first moment on: the
first window stands before this is loaded.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import QSysInfo, qVersion

from models.clock import now

PROGRAM = Path(__file__).parents[1]
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Report:
    """One unforeseen error: what kind, where, when.

    Attributes:
        kind: the class of the error, and of those it came from, latest first.
        places: file, line and function of our own frames, outermost first.
        at: when it happened.
    """

    kind: str
    places: tuple[str, ...]
    at: datetime

    @property
    def mark(self) -> tuple[str, tuple[str, ...]]:
        """What two reports of one fault have in common."""
        return self.kind, self.places

    def text(self) -> str:
        """The report as it is written down and copied."""
        system = f"{QSysInfo.prettyProductName()} {QSysInfo.currentCpuArchitecture()}"
        python = ".".join(map(str, sys.version_info[:3]))
        return "\n".join(
            (
                f"Sổ phong trào: báo lỗi {self.at:%d/%m/%Y %H:%M:%S}",
                f"Loại: {self.kind}",
                f"Máy: {system} · Python {python} · Qt {qVersion()}",
                "Nơi:",
                *(f"  {place}" for place in self.places or ("ngoài phần mềm",)),
                "",
            )
        )


def report_of(error: BaseException) -> Report:
    """Describe an error without anything that was typed."""
    kinds: list[str] = []
    places: list[str] = []
    link: BaseException | None = error
    while link is not None and len(kinds) < DEEPEST:
        kinds.append(type(link).__name__)
        places[:0] = _places(link.__traceback__)
        link = link.__cause__ or link.__context__
    return Report(" ← ".join(kinds), tuple(places[-DEEPEST:]), now())


def _places(trace: TracebackType | None) -> list[str]:
    found = []
    for frame, line in walk_tb(trace):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(PROGRAM) and ".venv" not in file.parts:
            place = file.relative_to(PROGRAM).as_posix()
            found.append(f"{place}:{line} {frame.f_code.co_name}")
    return found
