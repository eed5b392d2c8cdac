"""The one Qt application, made so that a screen that is not there is a sentence, not an abort."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ui.display import NO_DISPLAY, WORLD_FAILED

STYLE = ("-style", "Fusion")  # not `setStyle`: its answer alone costs 16 ms, all enums of QStyle
ABOUT_THE_SCREEN = ("platform plugin", "display")


def make_application(words: list[str]) -> QApplication:
    """Start Qt on this screen, once in a process.

    Where Qt can open none (a display that is gone, a library that is missing) it would abort and
    leave a core; instead the process says so in one sentence and ends with code 3.
    """
    before = qInstallMessageHandler(_speak)
    try:
        return QApplication([*words, *STYLE])
    finally:
        qInstallMessageHandler(before)


def _speak(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{NO_DISPLAY}\n")
        sys.stderr.flush()
        os._exit(WORLD_FAILED)
    if message and not any(word in message for word in ABOUT_THE_SCREEN):
        sys.stderr.write(f"{message}\n")
