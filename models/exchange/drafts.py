"""Rows of a workbook read into values of the register's fields, with what is wrong per cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from models import clock
from models.errors import UserError
from models.exchange.cell_values import is_blank
from models.exchange.draft import NAME, Draft
from models.exchange.headers import FEMALE, MALE
from models.exchange.meanings import RATING, Meanings, year_in
from models.exchange.plan import Layout, PlannedRow, RowProblem, State
from models.exchange.row_readers import half_reader, mark_reader, rating_reader, reader_of
from models.exchange.session_headings import ATTENDANCE, SessionTold, session_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.exchange.choices import Place, RowChoice
    from models.exchange.headers import Match
    from models.exchange.row_readers import Reader
    from models.exchange.tables import BodyRow, Table

_STEP: Final = 500
_SAMPLED: Final = 20


def drafts_of(
    table: Table,
    matches: dict[int, Match],
    meanings: Meanings,
    *,
    file: str = "",
    progress: Callable[[int, int, str], None] | None = None,
    choices: Mapping[Place, RowChoice] | None = None,
) -> list[Draft]:
    """Read every body row of a table; rows without a single value of the register are none.

    Args:
        table: as found in the sheet.
        matches: place among the table's columns to meaning.
        meanings: of the register.
        file: name of the file, where several are read.
        progress: called with done, total and words; may raise Cancelled.
        choices: what a person decided about rows.
    """
    reader = TableReader(table, matches, meanings)
    sheet = f"{file}: {table.sheet_name}" if file else table.sheet_name
    drafts: list[Draft] = []
    for done, body in enumerate(table.rows):
        if progress and done % _STEP == 0:
            progress(done, len(table.rows), f"Đang đọc {sheet}")
        draft = reader.read(body, sheet, choices or {})
        if draft is not None:
            drafts.append(draft)
    return drafts


class TableReader:
    """Reads the rows of one table; knows which column means what."""

    def __init__(self, table: Table, matches: dict[int, Match], meanings: Meanings) -> None:
        columns = table.columns
        self.meanings = meanings
        self.layout = Layout(
            table.sheet_name,
            tuple(table.titles),
            tuple(column.path for column in columns),
            tuple(column.letter for column in columns),
            tuple(_sample(table, place) for place in range(len(columns))),
        )
        self._titles = (*table.titles, table.sheet_name)
        model: Any = meanings.register.model
        self._title_keys = (f"{model.__name__}.{model.TITLE}", NAME)
        self._places: dict[str, int] = {}
        for place, match in matches.items():
            self._places.setdefault(match.key, place)
        self._readers = [(place, self._reader(place, match)) for place, match in matches.items()]
        marked = [place for place, match in matches.items() if match.key == ATTENDANCE]
        self._sittings = tuple(map(self._sitting, sorted(marked)))

    def read(self, body: BodyRow, sheet: str, choices: Mapping[Place, RowChoice]) -> Draft | None:
        """Read one row; nothing where it holds no value."""
        row = PlannedRow(sheet, body.number, self.layout, body.captions)
        choice = choices.get(row.place) if choices else None
        if choice is not None and choice.stood == body.texts:
            row.choice = choice
            body = body._replace(cells=choice.onto(body.cells, self.layout.letters))
            if choice.dropped:
                row.state = State.DROPPED
                return Draft(row, body, self._places, self._title_keys, self._sittings)
        draft = Draft(row, body, self._places, self._title_keys, self._sittings)
        for place, reader in self._readers:
            cell = body.cells[place]
            if is_blank(cell):
                continue
            try:
                reader(draft, cell)
            except UserError as error:
                letter = self.layout.letters[place]
                wrong = RowProblem(sheet, body.number, letter, cell.text, error.message)
                row.problems.append(wrong)
        if row.problems:
            row.state = State.ERROR
        told = draft.values or draft.ratings or draft.marks or row.problems
        return draft if told else None

    def _sitting(self, place: int) -> SessionTold:
        path = self.layout.headings[place]
        return session_told(path) or SessionTold(label=path[-1])

    def _reader(self, place: int, match: Match) -> Reader:
        if match.sex in (MALE, FEMALE):
            return half_reader(str(match.sex))
        if match.key == RATING:
            path = " ".join(self.layout.headings[place])
            return rating_reader(year_in(path, *self._titles) or clock.today().year)
        if match.key == ATTENDANCE:
            return mark_reader(self._sitting(place))
        return reader_of(match.key, self.meanings.fields.get(match.key))


def _sample(table: Table, place: int) -> str:
    """Return the first text of a column, for people to know it by."""
    cells = (row.cells[place] for row in table.rows[:_SAMPLED])
    return next((cell.text.strip() for cell in cells if not is_blank(cell)), "")
