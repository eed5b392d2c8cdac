"""Sources without a database: the teams of the look's pictures, and a list of a million people."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from models.text import fold, sort_key
from ui.source import Align, CellKind, ColumnFacts, Query, Row

TODAY = date(2026, 11, 20)


def today() -> date:
    return TODAY


TEAM_COLUMNS = (
    ColumnFacts("name", "Tên tổ", 2.75),
    ColumnFacts("scheme", "Mô hình", 2.4, room=2),
    ColumnFacts("area", "Ấp", 1.15),
    ColumnFacts("leader", "Tổ trưởng", 1.9, room=1),
    ColumnFacts("strength", "TV", 0.55, Align.RIGHT, CellKind.NUMBER, room=1),
    ColumnFacts("rating", "Xếp loại", 1.7, kind=CellKind.STATUS),
    ColumnFacts("due", "Hạn đánh giá", 1.6, kind=CellKind.DUE, short="Hạn"),
    ColumnFacts("since", "Thành lập", 1.1, kind=CellKind.DATE, room=2),
)

TEAMS = (Path(__file__).parent / "teams.csv").read_text(encoding="utf-8")


def team_rows(count: int = 57) -> list[Row]:
    lines = [tuple(line.split("|")) for line in TEAMS.strip().splitlines()]
    rows = [Row(at + 1, cells) for at, cells in enumerate(lines)]
    for at in range(len(rows), count):
        cells = list(lines[18])
        cells[0] = f"Tổ tự quản ANTT số {at - 13}"
        rows.append(Row(at + 1, tuple(cells)))
    return rows[:count]


class Teams:
    """A short list in memory that searches, filters and sorts for real."""

    columns: Sequence[ColumnFacts] = TEAM_COLUMNS

    def __init__(self, count: int = 57) -> None:
        self.rows = team_rows(count)

    def _found(self, query: Query) -> list[Row]:
        words = fold(query.search).split()
        keys = [column.key for column in self.columns]
        rows = [
            row
            for row in self.rows
            if all(word in fold(" ".join(row.cells)) for word in words)
            and all(row.cells[keys.index(key)] == value for key, value in query.filters)
        ]
        if query.order.column:
            at = keys.index(query.order.column)
            rows.sort(key=lambda row: sort_key(row.cells[at]), reverse=query.order.descending)
        return rows

    def count(self, query: Query) -> int:
        return len(self._found(query))

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        return self._found(query)[offset : offset + limit]

    def position(self, query: Query, identity: int) -> int:
        ids = [row.id for row in self._found(query)]
        return ids.index(identity) if identity in ids else -1

    def interrupt(self) -> None:
        pass


class Million:
    """A million rows by arithmetic; the order turns them round, a filter keeps every tenth."""

    columns: Sequence[ColumnFacts] = (
        ColumnFacts("name", "Họ và tên", 3),
        ColumnFacts("year", "Năm sinh", 1, Align.RIGHT, CellKind.NUMBER),
        ColumnFacts("area", "Ấp", 2),
    )
    size = 1_000_000

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.interrupted = 0
        self.hold: threading.Event | None = None

    def _step(self, query: Query) -> int:
        return 10 if query.filters else 1

    def count(self, query: Query) -> int:
        self.asked.append(("count", 0))
        return self.size // self._step(query)

    def page(self, query: Query, offset: int, limit: int) -> list[Row]:
        self.asked.append(("page", offset))
        if self.hold is not None and query.search == "slow":
            self.hold.wait(5)
            raise RuntimeError("interrupted")
        total = self.size // self._step(query)
        return [self._row(query, at, total) for at in range(offset, min(offset + limit, total))]

    def _row(self, query: Query, at: int, total: int) -> Row:
        place = total - 1 - at if query.order.descending else at
        identity = place * self._step(query) + 1
        return Row(identity, (f"Người {identity:07d}", str(1950 + identity % 60), "Sóc Đồn"))

    def position(self, query: Query, identity: int) -> int:
        self.asked.append(("position", identity))
        place, rest = divmod(identity - 1, self._step(query))
        total = self.size // self._step(query)
        if rest or place >= total:
            return -1
        return total - 1 - place if query.order.descending else place

    def interrupt(self) -> None:
        self.interrupted += 1
        if self.hold is not None:
            self.hold.set()
