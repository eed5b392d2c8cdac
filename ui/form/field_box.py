"""A field on the form: label above, editor, and what is wrong with it below."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.errors import UserError
from models.problem import Problem, Severity
from ui.form.editors import CheckEditor, Editor, editor_for
from ui.reading import Reading
from ui.source import Difference, FieldFacts
from ui.widgets.avatar import IconMark
from ui.widgets.text import label, restyle, unbroken

ICONS = {Severity.ERROR: ("alert-circle", "red"), Severity.WARNING: ("alert-outline", "orange")}


class FieldBox(QWidget):
    """Knows its own problem; `left` when the focus leaves it."""

    left = Signal(str)
    edited = Signal(str)
    entered = Signal(str)

    def __init__(self, facts: FieldFacts, reading: Reading) -> None:
        super().__init__()
        self.facts = facts
        self.editor: Editor = editor_for(facts, reading)
        self.problem: Problem | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        widget = self.editor.widget
        self._blank: QLabel | None = None
        self._add_head(column)
        column.addWidget(widget)
        if self.editor.below is not None:
            column.addWidget(self.editor.below)
        self._message = QWidget()
        self._message.hide()
        self._said = label("", "caption", wrap=True)
        self._mark: IconMark | None = None
        line = QHBoxLayout(self._message)
        line.setContentsMargins(1, 0, 0, 0)
        line.setSpacing(5)
        line.addWidget(self._said, 1)
        column.addWidget(self._message)
        column.addStretch(1)
        widget.installEventFilter(self)
        self.editor.edited.connect(lambda: self.edited.emit(facts.name))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def _add_head(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(4)
        beside = isinstance(self.editor, CheckEditor)
        words: QLabel = label(" " if beside else self.facts.label, "small", "text2")
        if beside:
            self._blank = words
        else:
            words.setBuddy(self.editor.widget)
        self.editor.widget.setAccessibleName(self.facts.label)
        self.editor.widget.setAccessibleDescription(self.facts.help)
        self.editor.widget.setToolTip(self.facts.help)
        head.addWidget(words)
        if self.facts.required and not beside:
            head.addWidget(label("*", "small", "red"))
        head.addStretch(1)

    def stand_alone(self) -> None:
        """No room above: nothing in this row has a label above it."""
        if self._blank is not None:
            self._blank.hide()

    @property
    def title(self) -> str:
        """What the field is called in a sentence."""
        return self.facts.label

    def draft(self) -> str:
        """What is entered, as it is kept in a draft."""
        return self.editor.draft()

    def restore(self, draft: str, _choice: Mapping[str, bool] | None = None) -> None:
        """Enter what a draft kept."""
        self.editor.restore(draft)

    def unlike(self, draft: str) -> list[Difference]:
        """How a draft differs from what is entered."""
        mine, stored = self.editor.words(draft), self.editor.words(self.editor.draft())
        if mine == stored:
            return []
        return [Difference(self.facts.name, self.facts.label, mine, stored, ours=True)]

    def read(self) -> tuple[object, Problem | None]:
        """The value, or the problem of reading it."""
        try:
            return self.editor.value(), None
        except UserError as error:
            return None, Problem(self.facts.name, error.message)

    def show_problem(self, problem: Problem | None) -> None:
        """Show one sentence under the field, or none."""
        if problem == self.problem:
            return
        self.problem = problem
        self.editor.mark(problem.severity if problem else None)
        self._message.setVisible(problem is not None)
        widget = self.editor.widget
        widget.setAccessibleDescription(problem.message if problem else self.facts.help)
        if problem is None:
            return
        icon, colour = ICONS[problem.severity]
        self._said.setText(unbroken(problem.message))
        restyle(self._said, c=colour)
        line = self._message.layout()
        assert isinstance(line, QHBoxLayout)
        if self._mark is not None:
            self._mark.deleteLater()
        self._mark = IconMark(icon, f"{colour}_text", 14)
        line.insertWidget(0, self._mark, 0, Qt.AlignmentFlag.AlignVCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit(self.facts.name)
        elif event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.facts.name)
        return super().eventFilter(watched, event)
