"""Lists of a register for the window's table, read on the worker's own connection."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.catalogues import catalogue
from models.facts import Kind
from models.registers.reviews import EXCELLENT
from models.store.database import read_connection
from models.store.query import Listing, Reader
from ui.desk.filters import conditions
from ui.source import Align, CellKind, ColumnFacts, Query, Row
from ui.table.columns import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.register import Column, Register
    from models.store.connection import ReadConnection

_STATES = {"state", "rating"}
UNRATED = "Chưa xếp"
_SAMPLES = {Kind.PHONE: "0913 555 214", Kind.CITIZEN_ID: "095079004412"}
_WORDS = {
    "rating": "Trung bình",
    "state": "Đang hoạt động",
    "label": "015/2026",
    "year": "2026",
    "part": "6 tháng cuối năm",
    "grade": "Trung bình",
    "result": "Không đạt",
    "decision_number": "234/QĐ-UBND",
}
_SHORT = {
    "Số thành viên": "TV",
    "Nhân khẩu": "NK",
    "Số điểm": "Điểm",
    "Số tổ": "Tổ",
    "Số người dự": "Dự",
    "Số học viên": "HV",
    "Số đạt": "Đạt",
    "Hạn đánh giá": "Hạn",
}
_TELLING = (CellKind.STATUS, CellKind.DUE)
_ALWAYS = ("area", "birth_date", "team", "year", "recognition_level")
_EXTRA = {
    "teams": {"scheme": 2.4, "decision_date": 1.3},
    "schemes": {"launched": 1.4},
    "sites": {"scheme": 3.5},
    "activities": {"area": 1.8},
    "trainees": {"unit": 2.6, "share": 1.1},
    "reviews": {"decision_number": 1.8, "decision_date": 1.5},
}
"""Columns that wide windows show besides, with their shares."""
_BESIDES = {
    "activities": ("content",),
    "trainees": ("training_class", "result"),
    "issued": ("receiver",),
    "areas": ("head",),
}
"""Columns that narrow windows show as well."""
_ONE_OF = {"reviews": 3}
"""How many columns at the beginning, of which each row fills exactly one, are told as one."""
_ONE_SHARE = 5.0
_LONGEST = {"reviews": {"rating": EXCELLENT}}
"""Words of a register's column that are longer than elsewhere, and are not cut."""
_SECOND = {"teams": "scheme"}


class RegisterList:
    """One register's list; the connection is opened on the first question of the worker thread."""

    def __init__(self, register: Register) -> None:
        self.register = register
        columns = _in_order(register)
        self._one_of = _ONE_OF.get(register.name, 0)
        extra, besides = _EXTRA.get(register.name, {}), _BESIDES.get(register.name, ())
        self.columns: Sequence[ColumnFacts] = [
            _with_room(facts, at, extra, besides)
            for at, facts in enumerate(self._headed(map(column_facts, columns)))
        ]
        self._fields = [column.field for column in columns]
        derived = [field.name if field.derived else "" for field in self._fields]
        self._rated = derived.index("rating") if "rating" in derived else -1
        self._connection: ReadConnection | None = None
        self._asked: tuple[tuple[Query, int], Reader] | None = None

    def count(self, query: Query) -> int:
        """Return how many rows there are in all."""
        return self._reader(query).count()

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Return rows in display order; a list read from its top is asked for anew."""
        if not offset:
            self._asked = None
        rows = self._reader(query).rows(self._fields, offset, limit)
        return [Row(key, self._told(cells)) for key, *cells in rows]

    def survey(self, query: Query) -> None:
        """Look through the list once, so that its far pages come as soon as its first."""
        self._reader(query).survey()

    def _headed(self, facts: Iterable[ColumnFacts]) -> list[ColumnFacts]:
        """Return the columns, those of which each row fills one as a single column."""
        longest = _LONGEST.get(self.register.name, {})
        first, *others = (replace(one, sample=longest.get(one.key, one.sample)) for one in facts)
        if not self._one_of:
            return [first, *others]
        one = replace(first, key="subject", title="Được đánh giá", share=_ONE_SHARE)
        return [one, *others[self._one_of - 1 :]]

    def _told(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Return the cells, a rating that is not there yet in words."""
        if self._one_of:
            return ("".join(cells[: self._one_of]), *cells[self._one_of :])
        if self._rated < 0 or cells[self._rated]:
            return tuple(cells)
        return (*cells[: self._rated], UNRATED, *cells[self._rated + 1 :])

    def position(self, query: Query, identity: int) -> int:
        """Return at which row a record stands, -1 when it is not in the list."""
        place = self._reader(query).position(identity)
        return -1 if place is None else place

    def interrupt(self) -> None:
        """Stop the question that is being answered."""
        if self._connection is not None:
            self._connection.interrupt()

    def listing(self, query: Query) -> Listing:
        """Return the query in the words of the query layer."""
        order = next((f for f in self._fields if f.name == query.order.column), None)
        return Listing(
            self.register,
            query.search,
            conditions(self.register, query.filters),
            order,
            query.order.descending,
        )

    def close(self) -> None:
        """Give the connection back; no question may be running."""
        if self._connection is not None:
            self._connection.close()
            self._connection = self._asked = None

    def _reader(self, query: Query) -> Reader:
        """Return who reads this query; the same again as long as the register does not change."""
        if self._connection is None:
            self._connection = read_connection()
        asked = query, self._connection.version()
        if self._asked is None or self._asked[0] != asked:
            self._asked = asked, Reader(self.listing(query), self._connection)
        return self._asked[1]


def _in_order(register: Register) -> list[Column]:
    """Return the columns of a list, one of them brought forward to the title."""
    second = _SECOND.get(register.name, "")
    first, *others = register.columns
    return [first, *sorted(others, key=lambda column: column.field.name != second)]


def _with_room(
    facts: ColumnFacts, at: int, extra: Mapping[str, float], besides: Sequence[str]
) -> ColumnFacts:
    """Say from which room on a column is shown: the title, one more, states and dues always."""
    if facts.key in extra:
        return replace(facts, share=extra[facts.key], room=Room.MUCH)
    always = facts.key in _ALWAYS or facts.key in besides
    shown = at == 0 or facts.kind in _TELLING or always
    return facts if shown else replace(facts, room=Room.USUAL)


def column_facts(column: Column) -> ColumnFacts:
    """Say how a column is headed, aligned and painted."""
    field = column.field
    kind = _cell_kind(field)
    return ColumnFacts(
        key=field.name,
        title=field.label,
        share=column.share,
        align=Align.RIGHT if kind is CellKind.NUMBER else Align.LEFT,
        kind=kind,
        short=_SHORT.get(field.label, ""),
        looks=_looks(field),
        sample=_WORDS.get(field.name) or _SAMPLES.get(field.kind, ""),
    )


def _cell_kind(field: Any) -> CellKind:  # noqa: ANN401 - a fact is also a peewee field
    if field.name in _STATES:
        return CellKind.STATUS
    if field.name.endswith("_due"):
        return CellKind.DUE
    if field.kind in (Kind.NUMBER, Kind.MONEY, Kind.SCORE):
        return CellKind.NUMBER
    return CellKind.DATE if field.kind in (Kind.DAY, Kind.PARTIAL_DATE) else CellKind.TEXT


def _looks(field: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the look of each word of a rating; states are known to the window itself."""
    if field.name != "rating":
        return {}
    return {entry.word: entry.look for entry in catalogue("ratings") if entry.look}
