"""What nobody foresaw: written down without anybody's data, told in one sentence, survived.

A report names the kind of error and the places in our own files it passed through. It never holds
the error's message, a value or a line of anybody else's code: those could carry names and numbers
of people.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import QObject, QSysInfo, Signal, qVersion

from models.clock import now
from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.cache import cache_folder

PROGRAM = Path(__file__).parents[1]
KEPT = 20
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


class Crashes(QObject):
    """Hears of every error nobody caught, on whatever thread.

    One fault is written down once in a run, however often it happens.

    Signals: `happened` with the report of an unforeseen one; `foreseen` with an error that has a
    sentence of its own, and only nobody was there to say it.
    """

    happened = Signal(object)
    foreseen = Signal(object)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._folder = folder
        self._known: set[tuple[str, tuple[str, ...]]] = set()
        self._handler = _Ear(self.hear)

    def install(self) -> Callable[[], None]:
        """Listen to Python, its threads, and what the program logs; the answer undoes it."""
        before = sys.excepthook, sys.unraisablehook, threading.excepthook
        sys.excepthook = self._hook
        sys.unraisablehook = lambda told: self._hear_some(told.exc_value)
        threading.excepthook = lambda told: self._hear_some(told.exc_value)
        root = logging.getLogger()
        root.addHandler(self._handler)

        def undo() -> None:
            sys.excepthook, sys.unraisablehook, threading.excepthook = before
            root.removeHandler(self._handler)

        return undo

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
        else:
            self.hear(error)

    def _hear_some(self, error: BaseException | None) -> None:
        if error is not None:
            self.hear(error)

    def hear(self, error: BaseException) -> None:
        """Write an error down, if it is a new one, and tell of it."""
        if isinstance(error, UserError | WorldError | AccessError | Cancelled):
            self.foreseen.emit(error)
            return
        report = report_of(error)
        if report.mark not in self._known:
            self._known.add(report.mark)
            self._write(report)
        self.happened.emit(report)

    def _write(self, report: Report) -> None:
        """Keep the report beside the last few; a full disk must not make things worse."""
        folder = self._folder or cache_folder("reports")
        try:
            file = folder / f"bao-loi-{report.at:%Y%m%d-%H%M%S-%f}.txt"
            file.write_text(report.text(), encoding="utf-8")
            for old in sorted(folder.glob("bao-loi-*.txt"))[:-KEPT]:
                old.unlink()
        except OSError:
            return


class _Ear(logging.Handler):
    """Turns what is logged with an error into a report; the words of the error go nowhere."""

    def __init__(self, hear: Callable[[BaseException], None]) -> None:
        super().__init__(logging.ERROR)
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        """Hear the error of a log record; records without one are dropped."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._hear(error)
