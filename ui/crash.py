"""What nobody foresaw: written down without anybody's data, told in one sentence, survived."""

from __future__ import annotations

import importlib
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.errors import AccessError, Cancelled, UserError, WorldError
from ui.cache import cache_folder

if TYPE_CHECKING:
    from ui.crash_report import Report

REPORTS = "ui.crash_report"
KEPT = 20


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
        report: Report = importlib.import_module(REPORTS).report_of(error)
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
