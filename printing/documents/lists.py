"""The derived list of any register: its own columns, its filter in words, drawn as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from models.facts import Kind
from models.register import Register
from printing.columns import Align, PrintColumn
from printing.documents.figures import as_of_words, thousands
from printing.documents.office import OfficeData
from printing.listing import ListPage

WIDE: Final = 5
"""More columns than this, STT not counted, are printed on landscape paper."""
_CENTRED: Final = frozenset(
    {Kind.PARTIAL_DATE, Kind.DAY, Kind.CHOICE, Kind.YES_NO, Kind.CITIZEN_ID, Kind.PHONE}
)
_RIGHT: Final = frozenset({Kind.NUMBER, Kind.MONEY, Kind.SCORE})


@dataclass(frozen=True, eq=False)
class ListData:
    """A register with the rows to print, ready words in the order of its shown columns."""

    register: Register
    office: OfficeData = field(default_factory=OfficeData)
    day: date | None = None
    rows: Sequence[Sequence[str]] = ()
    filter_words: str = ""


def list_title(register: Register) -> str:
    """Return what the list of a register is called."""
    return f"Danh sách {register.title[0].lower()}{register.title[1:]}"


def shown_fields(register: Register) -> list[Any]:
    """Return the fields that a printed list shows."""
    return [column.field for column in register.columns if column.share > 0]


def is_wide(register: Register) -> bool:
    """Tell whether the list of a register needs landscape paper."""
    return len(shown_fields(register)) > WIDE


def register_page(data: ListData) -> ListPage:
    """Lay a register's list out; without rows it is a form to be filled in by hand."""
    register, count = data.register, len(data.rows)
    noun = register.model.NOUN
    return ListPage(
        data.office.head(day=data.day),
        list_title(register).upper(),
        [
            PrintColumn(column.field.label, column.share, _align(column.field))
            for column in register.columns
            if column.share > 0
        ],
        data.rows,
        data.office.list_signatures(),
        subtitle=as_of_words(data.day),
        filter_words=data.filter_words,
        count_line=f"Danh sách này có {thousands(count)} {noun}./." if count else "",
        landscape=is_wide(register),
    )


def _align(field: Any) -> Align:  # noqa: ANN401 - a fact is also a peewee field
    if field.kind in _RIGHT:
        return "right"
    return "centre" if field.kind in _CENTRED else "left"
