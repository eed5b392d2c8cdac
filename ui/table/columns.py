"""Which columns of a list are shown and how wide, remembered for the person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import IntEnum

from ui.source import ColumnFacts, Order, Settings


class Room(IntEnum):
    """How much room a list has; a column is shown from its own room on."""

    LITTLE = 0
    USUAL = 1
    MUCH = 2


class ColumnChoice:
    """The choice for one list; an unreadable memory counts as none."""

    def __init__(self, name: str, columns: Sequence[ColumnFacts], settings: Settings) -> None:
        self._name, self._columns, self._settings = name, tuple(columns), settings
        kept = self._read("columns")
        shown = kept.get("shown")
        widths = kept.get("widths")
        keys = {column.key for column in columns}
        self.own = isinstance(shown, list)
        self.shown = (
            [key for key in shown if key in keys]
            if isinstance(shown, list)
            else [column.key for column in columns if column.share > 0]
        ) or [columns[0].key]
        self.widths: dict[str, int] = (
            {key: width for key, width in widths.items() if key in keys and isinstance(width, int)}
            if isinstance(widths, dict)
            else {}
        )

    def visible(self, room: Room) -> list[int]:
        """Positions of the columns to show; a person's own choice gives way to little room only."""
        return [
            at
            for at, facts in enumerate(self._columns)
            if facts.key in self.shown
            and (facts.room <= room or (self.own and room is not Room.LITTLE))
        ]

    def toggle(self, key: str, seen: Sequence[str] = ()) -> None:
        """Show or hide a column, beginning from those seen now; the last one stays."""
        if not self.own and seen:
            self.shown, self.own = list(seen), True
        if key in self.shown and len(self.shown) > 1:
            self.shown.remove(key)
        elif key not in self.shown:
            self.shown.append(key)
        self._keep()

    def widen(self, key: str, width: int) -> None:
        """Remember a width in logical pixels."""
        self.widths[key] = width
        self._keep()

    def forget(self) -> None:
        """Back to the columns and widths of the description."""
        self.shown = [column.key for column in self._columns if column.share > 0]
        self.widths, self.own = {}, False
        self._settings.put(f"list/{self._name}/columns", "{}")

    def order(self) -> Order:
        """The order last used, at first that of the first column, where it can be sorted by."""
        kept = self._read("order")
        column, descending = kept.get("column"), kept.get("descending")
        keys = {facts.key for facts in self._columns}
        if column in keys:
            return Order(str(column), bool(descending))
        first = self._columns[0]
        return Order(first.key if first.sortable else "")

    def keep_order(self, order: Order) -> None:
        """Remember the order."""
        self._write("order", {"column": order.column, "descending": order.descending})

    def _keep(self) -> None:
        shown = self.shown if self.own else None
        self._write("columns", {"shown": shown, "widths": self.widths})

    def _read(self, what: str) -> Mapping[str, object]:
        try:
            kept = json.loads(self._settings.get(f"list/{self._name}/{what}", "{}"))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, what: str, value: Mapping[str, object]) -> None:
        self._settings.put(f"list/{self._name}/{what}", json.dumps(value))


def spread(shares: Sequence[float], least: Sequence[int], room: int) -> list[int]:
    """Widths by share that fill the room, none below its least; more than the room if they must."""
    widths = list(least)
    left = room - sum(least)
    if left <= 0:
        return widths
    wanted = [room * share / (sum(shares) or 1) for share in shares]
    lacking = [max(0.0, want - low) for want, low in zip(wanted, least, strict=True)]
    total = sum(lacking) or 1
    widths = [low + int(left * lack / total) for low, lack in zip(least, lacking, strict=True)]
    widths[0] += room - sum(widths)
    return widths
