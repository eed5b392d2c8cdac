"""The only place that stops a person with a question or a file dialog; tests answer instead.

Used before what cannot be undone, and nowhere else. The title says what will happen, the body
counts what is lost, the buttons are verbs, and the safe one has the focus.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.avatar import IconMark
from ui.widgets.buttons import button
from ui.widgets.text import label

EXCEL = "Bảng tính (*.xlsx *.xls *.ods *.csv)"
PDF = "Tệp PDF (*.pdf)"
WIDTH = 440


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; ``typed`` is a number that must be typed before the act is allowed."""

    title: str
    body: str
    act: str
    keep: str
    typed: str = ""
    typed_label: str = ""
    danger: bool = True


class Asker(Protocol):
    """Asks a person."""

    def confirm(self, question: Question) -> bool:
        """Whether to go on."""

    def open_file(self, title: str, kinds: str) -> Path | None:
        """A file that exists."""

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write."""

    def choose_folder(self, title: str) -> Path | None:
        """A folder that exists."""


class Dialogs:
    """Asks on the screen, over the window that is in use."""

    @property
    def _window(self) -> QWidget | None:
        return QApplication.activeWindow()

    def confirm(self, question: Question) -> bool:
        """Whether to go on; closing the dialog means no."""
        return ConfirmDialog(question, self._window).exec() == QDialog.DialogCode.Accepted

    def open_file(self, title: str, kinds: str) -> Path | None:
        """A file that exists."""
        name, _kind = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        return Path(name) if name else None

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:
        """Where to write; the system's dialog asks before a file is replaced."""
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, name, kinds)
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str) -> Path | None:
        """A folder that exists."""
        name = QFileDialog.getExistingDirectory(self._window, title)
        return Path(name) if name else None


class ConfirmDialog(QDialog):
    """One question, two verbs."""

    def __init__(self, question: Question, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setProperty("k", "surface")
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(10)
        token = "red_text" if question.danger else "accent_text"
        head.addWidget(IconMark("alert-circle", token, 20))
        head.addWidget(label(question.title, "heading", wrap=True), 1)
        column.addWidget(label(question.body, "small", "text2", wrap=True))
        self.act = button(question.act, "danger" if question.danger else "primary")
        self.keep = button(question.keep)
        self.act.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self.field = QLineEdit()
        if question.typed:
            column.addWidget(label(question.typed_label, "small", "text2"))
            column.addWidget(self.field)
            self.act.setEnabled(False)
            self.field.textChanged.connect(
                lambda text: self.act.setEnabled(text.strip() == question.typed)
            )
        buttons = QHBoxLayout()
        column.addLayout(buttons)
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.act)
        self.keep.setDefault(True)
        self.keep.setFocus()


class Answers:
    """Answers given beforehand, for tests; an unexpected question is a `LookupError`."""

    def __init__(self, *answers: bool | Path | None) -> None:
        self._answers = deque(answers)
        self.asked: list[str] = []

    def _next(self, title: str) -> bool | Path | None:
        self.asked.append(title)
        if not self._answers:
            raise LookupError(f"nobody answers: {title}")
        return self._answers.popleft()

    def confirm(self, question: Question) -> bool:
        """The next answer."""
        return self._next(question.title) is True

    def open_file(self, title: str, kinds: str) -> Path | None:  # noqa: ARG002
        """The next answer."""
        answer = self._next(title)
        return answer if isinstance(answer, Path) else None

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:  # noqa: ARG002
        """The next answer."""
        answer = self._next(title)
        return answer if isinstance(answer, Path) else None

    def choose_folder(self, title: str) -> Path | None:
        """The next answer."""
        answer = self._next(title)
        return answer if isinstance(answer, Path) else None
