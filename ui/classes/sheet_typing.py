"""Marks typed into the sheet, step by step, so that each step can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from ui.classes.sheet_model import SheetModel
from ui.source.classes import PRESENT, Cell


class SheetTyping:
    """Sets marks by row and column and remembers what was there before."""

    def __init__(self, model: SheetModel) -> None:
        self._model = model
        self._of = 0
        self._steps: list[dict[Cell, str]] = []

    def put(self, marks: Mapping[tuple[int, int], str]) -> None:
        """Set marks by row and column, as one step."""
        model = self._model
        before = {
            model.cell(*place): model.mark(*place)
            for place, letter in marks.items()
            if model.mark(*place) != letter
        }
        if not before:
            return
        if self._of != model.sheet.id:
            self._of = model.sheet.id
            self._steps.clear()
        self._steps.append(before)
        wanted = {model.cell(*place): letter for place, letter in marks.items()}
        model.take({cell: wanted[cell] for cell in before})

    def fill_down(self, row: int, column: int) -> int:
        """Copy a mark down to every trainee below who has none; tell how many."""
        model = self._model
        letter = model.mark(row, column)
        below = range(row + 1, model.rowCount())
        blank = [at for at in below if letter and not model.mark(at, column)]
        self.put({(at, column): letter for at in blank})
        return len(blank)

    def fill_present(self, column: int) -> int:
        """Let everybody not marked yet have been at a sitting; tell how many."""
        model = self._model
        blank = [row for row in range(model.rowCount()) if not model.mark(row, column)]
        self.put({(row, column): PRESENT for row in blank})
        return len(blank)

    @property
    def can_take_back(self) -> bool:
        """Whether anything was typed into this class that can be taken back."""
        return bool(self._steps) and self._of == self._model.sheet.id

    def take_back(self) -> tuple[int, int] | None:
        """Take the last step back; tell at which row and column the first of it stands."""
        if not self.can_take_back:
            return None
        before, sheet = self._steps.pop(), self._model.sheet
        self._model.take(before)
        seats = [seat.id for seat in sheet.seats]
        sittings = [sitting.id for sitting in sheet.sittings]
        trainee, sitting = next(iter(before))
        if trainee not in seats or sitting not in sittings:
            return None
        return seats.index(trainee), sittings.index(sitting)
