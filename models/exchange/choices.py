"""What a person decides about rows before they are written: cells typed anew, rows left out, who.

A choice holds only while its row reads as it did when it was made: the file read again after
somebody changed it elsewhere is asked about afresh. Nothing of it is kept beyond the import.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.exchange.cells import BLANK, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Place = tuple[str, int, str]
"""A row: its sheet, its number there and the letter of its table's first column."""
Identity = str | tuple[Place, str]
"""A person whom a row may mean: a uid of the register, or the row that tells of them first and as
whom, since another may stand there when the file is read again."""


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a row beside that of somebody it may mean.

    Attributes:
        label: of the field.
        told: by the row.
        known: of the person.
        differs: both are given and are not the same.
    """

    label: str
    told: str
    known: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Likely:
    """Somebody a row may mean.

    Attributes:
        identity: who.
        name: theirs.
        row: number of the row that tells of them; 0 for a person of the register.
        service: where they serve now, in words.
        sides: the row's values beside theirs.
    """

    identity: Identity
    name: str
    row: int
    service: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Who a row may mean.

    Attributes:
        by: the field that says so.
        people: those it may mean, the likeliest first.
    """

    by: str
    people: tuple[Likely, ...]


@dataclass(frozen=True, slots=True)
class RowChoice:
    """What was decided about one row.

    Attributes:
        stood: texts of its cells in the file when it was decided.
        typed: text by column letter, in place of the file's.
        dropped: the row is left out.
        same_as: whom it means.
        others: whom it does not mean.
    """

    stood: tuple[str, ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    dropped: bool = False
    same_as: Identity | None = None
    others: tuple[Identity, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether the row is taken as it stands in the file."""
        return not (self.typed or self.dropped or self.same_as or self.others)

    def type(self, letter: str, text: str, stands: str) -> RowChoice:
        """Type into a cell; who the row means is asked anew, since it may read otherwise now."""
        typed = {key: value for key, value in self.typed.items() if key != letter}
        if text != stands:
            typed[letter] = text
        return replace(self, typed=typed, same_as=None, others=())

    def without(self, doubt: Doubt) -> RowChoice:
        """Take the row for nobody whom it may mean."""
        found = (person.identity for person in doubt.people)
        return replace(self, same_as=None, others=(*self.others, *found))

    def onto(self, cells: Sequence[Cell], letters: Sequence[str]) -> list[Cell]:
        """Return the cells of the row with what was typed in place of what stood."""
        typed = self.typed
        return [
            cell if letter not in typed else _cell(typed[letter])
            for letter, cell in zip(letters, cells, strict=True)
        ]


TOLD = {
    "typed": "sửa {} ô",
    "same": "{} dòng nhận là người đã có",
    "other": "{} dòng là người khác",
    "dropped": "bỏ {} dòng",
}


def _cell(text: str) -> Cell:
    return Cell(text) if text.strip() else BLANK


def told(choices: Iterable[RowChoice]) -> str:
    """Say in a few words what was decided; empty for nothing."""
    found = Counter[str]()
    for choice in choices:
        found["dropped"] += choice.dropped
        if not choice.dropped:
            found["typed"] += len(choice.typed)
            found["same"] += choice.same_as is not None
            found["other"] += bool(choice.others)
    return ", ".join(words.format(found[name]) for name, words in TOLD.items() if found[name])
