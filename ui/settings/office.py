"""The office itself: a field is kept when it is left, and the head of every paper shows at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models.problem import Problem, Severity
from ui.entrance.letterhead import Letterhead
from ui.form.field_box import FieldBox
from ui.form.flow import COLUMNS, rows
from ui.reading import Reading
from ui.source import FormSource, Loaded, SectionFacts
from ui.tasks import Runner
from ui.type_ahead import TypeAhead
from ui.widgets.text import label, surface

ABOVE, OWN = "parent_line", "agency_line"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfficeTopic(QWidget):
    """`kept` with what was stored, in words; `failed` with the error."""

    kept = Signal(str)
    failed = Signal(object)

    def __init__(self, source: FormSource, runner: Runner) -> None:
        super().__init__()
        self._source, self._runner = source, runner
        self._loaded = Loaded("", {})
        self.boxes: dict[str, FieldBox] = {}
        self.letterhead = Letterhead()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._grid())
        well = surface("well")
        words = QVBoxLayout(well)
        words.setContentsMargins(16, 12, 16, 12)
        words.setSpacing(8)
        words.addWidget(label("Đầu trang khi in", "header"))
        words.addWidget(self.letterhead)
        column.addWidget(well)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        sections = [one for one in self._source.sections if isinstance(one, SectionFacts)]
        reading = Reading(self, self._runner, self.failed.emit, TypeAhead(self))
        lines = [row for section in sections for row in rows(section.fields)]
        for line, row in enumerate(lines):
            at = 0
            for facts, width in row:
                box = self.boxes[facts.name] = FieldBox(facts, reading)
                box.left.connect(self._left)
                box.edited.connect(lambda _name: self._show_head())
                box.editor.widget.installEventFilter(self)
                grid.addWidget(box, line, at, 1, width)
                at += width
        return grid

    def read(self) -> None:
        """Show the office as it is stored."""
        self._loaded = self._source.load(None)
        for name, box in self.boxes.items():
            box.editor.put(self._loaded.values.get(name))
            box.show_problem(None)
        self._show_head()

    def _show_head(self) -> None:
        texts = (self.boxes[name].editor.text().strip() for name in (ABOVE, OWN))
        self.letterhead.show_lines(*texts)

    def _left(self, name: str) -> None:
        box = self.boxes[name]
        value, problem = box.read()
        if problem is None and value == self._loaded.values.get(name):
            box.show_problem(None)
            return
        values = {**self._loaded.values, name: value}
        problem = problem or self._wrong(name, values)
        box.show_problem(problem)
        if problem is None or problem.severity is Severity.WARNING:
            self._keep(box.facts.label, values)

    def _wrong(self, name: str, values: Mapping[str, object]) -> Problem | None:
        found = self._source.check(None, values)
        return next((problem for problem in found if problem.field == name), None)

    def _keep(self, words: str, values: Mapping[str, object]) -> None:
        revision = self._loaded.revision
        self._loaded = Loaded(self._loaded.title, values, (revision or 0) + 1)

        def kept(_identity: int) -> None:
            self.kept.emit(f"Đã lưu {words[0].lower()}{words[1:]}.")

        self._runner.run(
            lambda _progress: self._source.save(None, values, revision, {}), kept, self._not_kept
        )

    def _not_kept(self, error: Exception) -> None:
        self._loaded = self._source.load(None)
        self.failed.emit(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next field, Escape takes back what was typed into this one.

        In a field where nothing was typed, Ctrl+Z is the window's.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, QLineEdit):
            return not watched.isUndoAvailable()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER and not event.modifiers():
                self.focusNextChild()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._take_back(watched)
                return True
        return super().eventFilter(watched, event)

    def _take_back(self, watched: QObject) -> None:
        for name, box in self.boxes.items():
            if box.editor.widget is watched:
                box.editor.put(self._loaded.values.get(name))
                box.show_problem(None)
                self._show_head()
