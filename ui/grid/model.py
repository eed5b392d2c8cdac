"""The rows of a grid as Qt's views ask for them, with what is wrong in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from models.problem import Problem
from ui.grid.rows import GridRows
from ui.reading import Reading
from ui.source import GridFacts, GridRow

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DISPLAY: int = Qt.ItemDataRole.DisplayRole.value
EDIT: int = Qt.ItemDataRole.EditRole.value
ACCESSIBLE: int = Qt.ItemDataRole.AccessibleTextRole.value
AT_ONCE = 10
"""So many rows are checked before anything else is answered: some twenty milliseconds."""
ACROSS = Qt.Orientation.Horizontal
CELL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class GridModel(QAbstractTableModel):
    """One line more than there are rows: the last one invites to type.

    Attributes:
        reading: through whom cells look for records.
        rows: what stands in the lines.
        problems: by row, what was found wrong or odd in it, by column; nothing for one not checked.
        typing: the row being typed: what is still missing there is not called wrong yet.
    """

    def __init__(self, facts: GridFacts, reading: Reading) -> None:
        super().__init__()
        self.facts, self.reading = facts, reading
        self.rows = GridRows(facts, self._changed)
        self.problems: dict[GridRow, dict[str, Problem]] = {}
        self.typing = -1

    def _changed(self) -> None:
        """Rows come and go by whole acts, so the view is told once and keeps its place."""
        self.layoutChanged.emit()

    def begin(self, rows: tuple[GridRow, ...]) -> None:
        """Show stored rows."""
        self.beginResetModel()
        self.rows.begin(rows)
        self.problems, self.typing = {}, -1
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows.rows) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.facts.columns)

    def invites(self, at: int) -> bool:
        """Whether a line is the one that invites."""
        return at >= len(self.rows.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return CELL if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = DISPLAY) -> str | None:
        text = self.rows.text(index.row(), index.column())
        if role == DISPLAY:
            inviting = self.invites(index.row()) and index.column() == 0
            return self.facts.invitation if inviting else " ".join(text.split())
        if role == EDIT:
            return text
        return self._spoken(index, text) if role == ACCESSIBLE else None

    def _spoken(self, index: Index, text: str) -> str:
        label = self.facts.columns[index.column()].label
        if self.invites(index.row()):
            return f"{self.facts.invitation} {label}"
        problem = self.problem(index.row(), index.column())
        said = f". {problem.message}" if problem else ""
        return f"Dòng {index.row() + 1}, {label}: {text or 'trống'}{said}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if role != DISPLAY:
            return None
        if orientation is ACROSS:
            return self.facts.columns[section].label
        return "+" if self.invites(section) else str(section + 1)

    def problem(self, at: int, column: int) -> Problem | None:
        """What is wrong or odd with a cell."""
        if self.invites(at) or (at == self.typing and not self.rows.text(at, column)):
            return None
        found = self.problems.get(self.rows.rows[at], {})
        return found.get(self.facts.columns[column].name)

    def unsure(self, *, everywhere: bool) -> tuple[Sequence[GridRow], list[int]]:
        """The rows, and places of those to be checked: changed, and not found right yet.

        Of many that were pasted at once some are checked at a time, unless ``everywhere``.
        """
        rows = self.rows.rows
        places = [at for at, row in enumerate(rows) if row.changed and self.problems.get(row) != {}]
        fresh = [at for at in places if rows[at] not in self.problems]
        later = set() if everywhere else set(fresh[AT_ONCE:])
        return rows, [at for at in places if at not in later]

    def has_unchecked(self) -> bool:
        """Whether a row that changed was not checked yet."""
        known = self.problems
        return any(row.changed and row not in known for row in self.rows.rows)

    def show_problems(self, row: GridRow, problems: Iterable[Problem]) -> None:
        """Say what is wrong with a row: the first sentence of each cell."""
        found: dict[str, Problem] = {}
        for problem in problems:
            found.setdefault(problem.field, problem)
        self.problems[row] = found
        if row in self.rows.rows:
            at = self.rows.rows.index(row)
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(at, 0), self.index(at, last))

    def wrong_cells(self) -> list[tuple[int, int, Problem]]:
        """Every cell with a problem, in reading order."""
        return [
            (at, column, problem)
            for at in range(len(self.rows.rows))
            for column in range(len(self.facts.columns))
            if (problem := self.problem(at, column)) is not None
        ]
