"""What is wrong or odd in a workbook, row by row, and the sentence of the current one below."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.clock import today
from ui.source import Align, CellKind, ColumnFacts, MemorySettings, Order, Query, Row
from ui.table.columns import Room
from ui.table.model import ListModel
from ui.table.view import ListTable
from ui.table.worker import Inline
from ui.widgets.avatar import IconMark
from ui.widgets.chips import FilterChips
from ui.widgets.text import label, restyle, surface, unbroken
from ui.wizards.import_facts import Flaw, Kind

ALL = "all"
LOOKS = {
    Kind.WRONG.value: "failed",
    Kind.DOUBTFUL.value: "warning",
    Kind.ODD.value: "plain",
    Kind.REPAIRED.value: "working",
}
COLOURS = {
    Kind.WRONG: ("red", "alert-circle"),
    Kind.DOUBTFUL: ("orange", "alert-outline"),
    Kind.ODD: ("grey", "information-outline"),
    Kind.REPAIRED: ("blue", "information-outline"),
}
LONGEST = Kind.DOUBTFUL.value
FINE = "Không có dòng nào cần xem lại."


class FlawRows:
    """The flaws as a list source; a filter keeps those of the kinds that are on."""

    columns = (
        ColumnFacts("kind", "Loại", 1.35, kind=CellKind.STATUS, looks=LOOKS, sample=LONGEST),
        ColumnFacts("sheet", "Trang", 1.2, room=1),
        ColumnFacts("row", "Dòng", 0.65, Align.RIGHT, CellKind.NUMBER),
        ColumnFacts("column", "Cột", 0.5),
        ColumnFacts("value", "Đang ghi", 1.7),
        ColumnFacts("message", "Vì sao", 4.2),
    )

    def __init__(self) -> None:
        self._flaws: tuple[Flaw, ...] = ()
        self._last: tuple[Query, list[tuple[int, Flaw]]] | None = None

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """All of them; a row's key is its place here, from 1."""
        return self._flaws

    def put(self, flaws: tuple[Flaw, ...]) -> None:
        """Take others."""
        self._flaws, self._last = flaws, None

    def _found(self, query: Query) -> list[tuple[int, Flaw]]:
        """What a query keeps, in its order; the last answer is kept, as pages ask again."""
        if self._last is None or self._last[0] != query:
            self._last = (query, self._find(query))
        return self._last[1]

    def _find(self, query: Query) -> list[tuple[int, Flaw]]:
        kinds = {key for key, _value in query.filters}
        found = [
            (at, flaw)
            for at, flaw in enumerate(self.flaws, start=1)
            if not kinds or flaw.kind.name in kinds
        ]
        if query.order.column:
            found.sort(key=lambda one: _key(one[1], query.order), reverse=query.order.descending)
        return found

    def count(self, query: Query) -> int:
        """How many there are."""
        return len(self._found(query))

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        """A part of them."""
        return [
            Row(at, (flaw.kind.value, flaw.sheet, str(flaw.row), flaw.column, flaw.value,
                     flaw.message))
            for at, flaw in self._found(query)[offset : offset + limit]
        ]  # fmt: skip

    def position(self, query: Query, identity: int) -> int:
        """Where one stands."""
        keys = [at for at, _flaw in self._found(query)]
        return keys.index(identity) if identity in keys else -1

    def interrupt(self) -> None:
        """Nothing runs long enough."""


def _key(flaw: Flaw, order: Order) -> tuple[object, ...]:
    value = list(Kind).index(flaw.kind) if order.column == "kind" else getattr(flaw, order.column)
    return (value, flaw.row)


class FlawPane(QWidget):
    """Chips, table, and the current flaw in full."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = FlawRows()
        model = ListModel(self.rows, Inline(self.rows), today, self)
        self.table = ListTable("import flaws", model, MemorySettings())
        self.table.setAccessibleName("Các dòng cần xem")
        self.chips = FilterChips()
        self.beside = QHBoxLayout()
        self._words = _Words()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        column.addLayout(bar)
        bar.setContentsMargins(14, 6, 12, 8)
        bar.addWidget(self.chips)
        bar.addStretch(1)
        bar.addLayout(self.beside)
        column.addWidget(self.table, 1)
        column.addWidget(self._words)
        self.chips.put(ALL, "Tất cả")
        self.chips.changed.connect(lambda _keys: self._ask())
        self.table.chosen.picked.connect(self._picked)

    def show_flaws(self, flaws: tuple[Flaw, ...]) -> None:
        """Show these in place of those before; rows that stay out come first."""
        order = list(Kind)
        self.rows.put(tuple(sorted(flaws, key=lambda flaw: order.index(flaw.kind))))
        counts = Counter(flaw.kind for flaw in flaws)
        self.chips.put(ALL, "Tất cả", len(flaws))
        for kind in Kind:
            if counts[kind] or self.chips.chip(kind.name):
                self.chips.put(kind.name, kind.value, counts[kind])
        self._ask()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show fewer columns; where a flaw stands is told in full below."""
        self.table.room = Room.LITTLE if narrow else Room.USUAL
        self.table.lay_out()

    def _ask(self) -> None:
        self.table.ask(Query(filters=tuple((key, "1") for key in self.chips.chosen())))
        if not self.table.list_model.rowCount():
            self._words.show_flaw(None)

    def _picked(self, identity: int) -> None:
        self._words.show_flaw(self.rows.flaws[identity - 1] if identity else None)

    def go_on(self, step: int) -> None:
        """To the next flaw, round and round."""
        rows = self.table.list_model.rowCount()
        if rows:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.chosen.go_to((self.table.chosen.row() + step) % rows)

    def sentence(self) -> str:
        """The sentence of the current flaw."""
        return self._words.body.text()


class _Words(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._box = surface("foot")
        column.addWidget(self._box)
        row = QHBoxLayout(self._box)
        row.setContentsMargins(16, 9, 14, 9)
        row.setSpacing(12)
        self._marks = {kind: IconMark(icon, f"{colour}_text", 18)
                       for kind, (colour, icon) in COLOURS.items()}  # fmt: skip
        for mark in self._marks.values():
            row.addWidget(mark)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(1)
        self.head = label("", "medium")
        self.body = label(FINE, "small", "text2", wrap=True)
        words.addWidget(self.head)
        words.addWidget(self.body)
        self.show_flaw(None)

    def show_flaw(self, flaw: Flaw | None) -> None:
        """Say where a flaw stands and what it is."""
        for kind, mark in self._marks.items():
            mark.setVisible(flaw is not None and flaw.kind is kind)
        self.head.setVisible(flaw is not None)
        self.body.setText(unbroken(flaw.message) if flaw is not None else FINE)
        if flaw is None:
            restyle(self._box, k="foot")
            return
        cell = f"cột {flaw.column}" if flaw.column else "cả dòng"
        value = f": {flaw.value}" if flaw.value else ""
        self.head.setText(unbroken(f"{flaw.sheet}, dòng {flaw.row}, {cell}{value}"))
        colour, _icon = COLOURS[flaw.kind]
        restyle(self._box, k=f"strip {colour}" if colour in ("red", "orange") else "foot")
