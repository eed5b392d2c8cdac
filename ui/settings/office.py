"""The office itself: a field is kept when it is left, and the head of every paper shows at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

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
from ui.widgets.buttons import ENTER
from ui.widgets.text import label, surface

ABOVE, OWN = "parent_line", "agency_line"


class OfficeTopic(QWidget):
    """Read, checked and stored off the window's thread.

    Signals: `kept` with what was stored, in words; `failed` with the error.
    """

    kept = Signal(str)
    failed = Signal(object)

    def __init__(self, source: FormSource, runner: Runner) -> None:
        super().__init__()
        self._source, self._runner = source, runner
        self._reading = Reading(self, runner, self.failed.emit, TypeAhead(self))
        self._stored: Mapping[str, object] = {}
        self._typed: set[str] = set()
        self._on_way: dict[str, object] = {}
        self.boxes: dict[str, FieldBox] = {}
        self.letterhead = Letterhead()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        grid = QGridLayout()
        column.addLayout(grid)
        self._fill(grid)
        well = surface("well")
        words = QVBoxLayout(well)
        words.setContentsMargins(16, 12, 16, 12)
        words.setSpacing(8)
        words.addWidget(label("Đầu trang khi in", "header"))
        words.addWidget(self.letterhead)
        column.addWidget(well)

    def _fill(self, grid: QGridLayout) -> None:
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        sections = [one for one in self._source.sections if isinstance(one, SectionFacts)]
        reading = self._reading.of(self)
        lines = [row for section in sections for row in rows(section.fields)]
        for line, row in enumerate(lines):
            at = 0
            for facts, width in row:
                box = self.boxes[facts.name] = FieldBox(facts, reading)
                box.left.connect(self._left)
                box.edited.connect(self._edited)
                box.editor.widget.installEventFilter(self)
                grid.addWidget(box, line, at, 1, width)
                at += width

    def read(self) -> None:
        """Show the office as it is stored; what is typed and not kept yet stays."""
        if not self._stored:
            self._reading.ahead.hold()
        self._reading.ask(lambda: self._source.load(None), self._came, self._reading.ahead.release)

    def _came(self, loaded: Loaded) -> None:
        self._stored = loaded.values
        for name in self.boxes.keys() - self._typed:
            self._put_back(name)
        self._show_head()

    def _put_back(self, name: str) -> None:
        box = self.boxes[name]
        self._typed.discard(name)
        box.editor.put(self._stored.get(name))
        box.show_problem(None)

    def _edited(self, name: str) -> None:
        self._typed.add(name)
        self._show_head()

    def _show_head(self) -> None:
        texts = (self.boxes[name].editor.text().strip() for name in (ABOVE, OWN))
        self.letterhead.show_lines(*texts)

    def _left(self, name: str) -> None:
        if name not in self._typed or not self._stored:
            return
        box = self.boxes[name]
        value, problem = box.read()
        if problem is not None:
            box.show_problem(problem)
        elif value != self._on_way.get(name, self._stored.get(name)):
            self._on_way[name] = value
            done = partial(self._kept, name, value)
            self._runner.run(lambda _progress: self._keep(name, value), done, self._fail)
        elif name not in self._on_way:
            self._put_back(name)

    def _keep(self, name: str, value: object) -> Problem | None:
        """Store one field, unless it is wrong, beside all others as they are stored by now."""
        now = self._source.load(None)
        values = {**now.values, name: value}
        found = (one for one in self._source.check(None, values) if one.field == name)
        problem = next(found, None)
        wrong = problem is not None and problem.severity is Severity.ERROR
        if not wrong and value != now.values.get(name):
            self._source.save(None, values, now.revision, {})
        return problem

    def _kept(self, name: str, value: object, problem: Problem | None) -> None:
        box = self.boxes[name]
        stored = problem is None or problem.severity is Severity.WARNING
        as_typed = box.read() == (value, None)
        if self._on_way.get(name) == value:
            del self._on_way[name]
        if as_typed:
            box.show_problem(problem)
        if stored:
            if as_typed:
                self._typed.discard(name)
            self._stored = {**self._stored, name: value}
            words = box.facts.label
            self.kept.emit(f"Đã lưu {words[0].lower()}{words[1:]}.")
            self.read()

    def _fail(self, error: Exception) -> None:
        self._on_way = {}
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
                self._put_back(name)
                self._show_head()
