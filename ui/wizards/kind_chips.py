"""Chips that keep rows of a workbook by what they come to, with how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ui.widgets.chips import FilterChips
from ui.wizards.import_facts import WAITING, Kind

ALL = "all"
GOING_IN = (Kind.DECIDED, Kind.ODD, Kind.REPAIRED, Kind.FINE)
CHIPS: dict[Kind, tuple[Kind, ...]] = {
    Kind.WRONG: (Kind.WRONG,),
    Kind.DOUBTFUL: (Kind.DOUBTFUL,),
    Kind.DECIDED: (Kind.DECIDED, Kind.DROPPED),
    Kind.ODD: (Kind.ODD, Kind.REPAIRED),
    Kind.FINE: GOING_IN,
}
"""Which rows a chip keeps; those that go in are right however odd."""
SPARE = (Kind.DECIDED, Kind.ODD)
"""Chips that are only there while they keep a row."""
FOR_ROOM = (Kind.ODD, Kind.FINE)


class KindChips(FilterChips):
    """Rows that wait are kept at first, and all when none waits any more."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[Kind] = Counter()
        self._narrow = self._counted = False
        self.put(ALL, "Tất cả")

    def show_counts(self, kinds: Sequence[Kind]) -> None:
        """Show how many rows there are of each kind."""
        counts = self._counts = Counter(kinds)
        self.put(ALL, "Tất cả", len(kinds))
        for kind, kept in CHIPS.items():
            self.put(kind.name, kind.value, sum(counts[one] for one in kept))
        self._fit()
        waiting = [kind.name for kind in WAITING if counts[kind]]
        answered = not waiting and set(self.chosen()) <= {kind.name for kind in WAITING}
        if answered or not self._counted:
            self.choose(waiting)
        self._counted = True

    def set_narrow(self, *, narrow: bool) -> None:
        """Keep to the chips of rows that wait or were decided about."""
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        for kind, kept in CHIPS.items():
            chip = self.chip(kind.name)
            if chip is not None:
                spare = kind in SPARE and not any(self._counts[one] for one in kept)
                chip.setVisible(not spare and not (self._narrow and kind in FOR_ROOM))

    def kinds(self) -> set[Kind]:
        """The kinds that are kept; none for all."""
        return {kind for key in self.chosen() for kind in CHIPS[Kind[key]]}
