"""A grid on the form: title line with counts and the sentence of what is wrong, cells below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from models.problem import Problem, Severity
from ui.grid.drafts import draft_of, kept_in
from ui.grid.merging import differences, merged
from ui.grid.model import GridModel
from ui.grid.title_line import TitleLine
from ui.grid.view import GridView
from ui.reading import Reading
from ui.source import Difference, GridFacts, GridRow, RowsTyped, cell_place
from ui.widgets.announcing import announce
from ui.widgets.text import rule

Lent = Mapping[int, GridRow]
NONE_LENT: Lent = {}


class GridBox(QFrame):
    """Rows among the fields of a form.

    Signals: `edited` with the grid's name after each act, `passed` when the keys leave it,
    `importing` with the register its rows come from.
    """

    edited = Signal(str)
    entered = Signal(str)
    passed = Signal(bool)
    importing = Signal(str)

    def __init__(self, facts: GridFacts, reading: Reading) -> None:
        super().__init__()
        self.facts = facts
        self.setProperty("k", "card")
        self.model = GridModel(facts, reading)
        self.view = GridView(self.model)
        self._here = -1
        self._note = ""
        self._lent = NONE_LENT
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        self.line = TitleLine(facts)
        self.line.importing.connect(lambda: self.importing.emit(facts.register))
        column.addWidget(self.line)
        column.addWidget(rule())
        column.addWidget(self.view)
        self.view.setAccessibleName(facts.title)
        self.view.moved.connect(self._moved)
        self.view.ranges.noted.connect(self._say)
        self.view.passed.connect(self.passed)
        self.model.layoutChanged.connect(self._typed)

    # -- as the fields of a form

    def begin(self, rows: Sequence[GridRow], lent: Lent = NONE_LENT) -> None:
        """Show stored rows, nothing of them checked yet; ``lent`` is what typed ones may borrow."""
        self._note, self._lent = "", lent
        self.model.begin(tuple(rows))
        self._tell()

    def begin_again(self, stored: Sequence[GridRow], rows: Sequence[GridRow], lent: Lent) -> None:
        """Show rows upon those that are stored now."""
        self.blockSignals(True)
        self.begin(stored, lent)
        self.model.rows.restore(rows)
        self.blockSignals(False)

    def typed(self) -> RowsTyped:
        """Everything as it is to be stored."""
        return self.model.rows.typed()

    @property
    def title(self) -> str:
        """What the grid is called in a sentence."""
        return self.facts.title

    def draft(self) -> str:
        """What is typed, as it is kept in a draft."""
        return draft_of(self.model.rows)

    def restore(self, draft: str, choice: Mapping[str, bool] | None = None) -> None:
        """Type again what a draft kept, but where the choice is against it."""
        stored = self.model.rows.stored
        rows = merged(self.facts, kept_in(draft, stored), stored, choice or {}, self._lent)
        self.begin_again(stored, rows, self._lent)

    def unlike(self, draft: str) -> list[Difference]:
        """How a draft differs from the stored rows."""
        stored = self.model.rows.stored
        return list(differences(self.facts, kept_in(draft, stored), stored, everything=True))

    def is_here(self) -> bool:
        """Whether the cursor is in a cell."""
        focused = self.view.focusWidget()
        return self.view.hasFocus() or (focused is not None and focused.hasFocus())

    def here(self) -> str:
        """The cell that has the cursor."""
        index = self.view.currentIndex()
        return self._place(max(index.row(), 0), max(index.column(), 0))

    def go_to(self, at: int = 0, column: str = "") -> None:
        """Put the cursor into a cell."""
        names = [facts.name for facts in self.facts.columns]
        self.view.go_to(at, names.index(column) if column in names else 0)

    def _place(self, at: int, column: int) -> str:
        return cell_place(self.facts.name, at, self.facts.columns[column].name)

    # -- what is wrong

    def show_found(self, found: Mapping[GridRow, Sequence[Problem]], *, everywhere: bool) -> None:
        """Show what is wrong with rows, what is missing where a person still types apart."""
        for row, problems in found.items():
            self.model.show_problems(row, problems)
        if everywhere:
            self.model.typing = -1
        self._tell()

    def wrong(self) -> list[tuple[str, str]]:
        """The cells that are wrong, in reading order: place and words."""
        return [
            (self._place(at, column), f"{self.facts.columns[column].label}, dòng {at + 1}")
            for at, column, problem in self.model.wrong_cells()
            if problem.severity is Severity.ERROR
        ]

    def refuse(self, at: int, column: str, message: str) -> None:
        """Show what the store refused."""
        if at < len(self.model.rows.rows):
            self.model.typing = -1
            self.model.show_problems(self.model.rows.rows[at], [Problem(column, message)])
            self._tell()

    # -- the title line

    def _typed(self) -> None:
        self._note = ""
        self.model.typing = self.view.currentIndex().row()
        self.edited.emit(self.facts.name)
        self._tell()

    def _moved(self) -> None:
        index = self.view.currentIndex()
        if index.row() != self._here:
            self._here = index.row()
            self.model.typing = self._here
        self._note = ""
        self._tell()
        if self.view.hasFocus():
            self.entered.emit(self.facts.name)

    def _say(self, words: str) -> None:
        self._note = words
        self._tell()
        announce(self, words)

    def _tell(self) -> None:
        """Show the counts, and what was just done, else what is wrong here or anywhere."""
        self.line.tell(self.facts.sums(self.model.rows.rows), self._note, *self._foremost())

    def _foremost(self) -> tuple[int, Problem | None]:
        index = self.view.currentIndex()
        here = self.model.problem(index.row(), index.column()) if index.isValid() else None
        if here is not None:
            return index.row(), here
        cells = self.model.wrong_cells()
        errors = [cell for cell in cells if cell[2].severity is Severity.ERROR]
        for at, _column, problem in (*errors, *cells):
            return at, problem
        return -1, None
