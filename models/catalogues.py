"""Word lists of the registers: what may be chosen, how it is also written, since and until when.

The lists shipped in resources/catalogues are the seed. An office edits its own copy, which is
built from rows in the same way; old records keep the words they were written with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType

from models.errors import UserError
from models.text import accented, fold, has_accents, nfc

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "catalogues"
LOOKS = ("best", "good", "middle", "weak", "none")
"""Looks of ratings and grades (LOOK 2.6); a state's look is its colour and icon instead."""

_COLUMNS = frozenset({"word", "order", "aliases", "look", "valid_from", "valid_to"})
_UNITS = frozenset({"provinces", "communes", "old_provinces"})


def read_table(path: Path) -> tuple[str, list[str], list[list[str]]]:
    """Read a table of facts: its first comment line, the names of its columns, and its cells.

    Tabs part the cells, `#` starts a comment, the first other line names the columns; empty
    cells at the end of a line may be left out.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    comment = next((line[1:].strip() for line in lines if line.startswith("#")), "")
    head, *body = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return comment, head, body


def read_rows(path: Path) -> tuple[str, list[dict[str, str]]]:
    """Read a table of facts as its first comment line and one mapping a row."""
    comment, head, body = read_table(path)
    return comment, [dict(zip_longest(head, cells, fillvalue="")) for cells in body]


def day_or_none(text: str) -> date | None:
    """Read a day written as 2025-07-01; nothing stands for an open end."""
    return date.fromisoformat(text) if text else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a catalogue with the other ways of writing it.

    `valid_to` is the first day the word is no longer offered. `extra` holds the columns that
    only this catalogue has, such as the rank of a role.
    """

    word: str
    order: int = 0
    aliases: tuple[str, ...] = ()
    look: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    extra: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def holds_on(self, day: date) -> bool:
        """Tell whether the word is offered on a day."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, other: Entry) -> bool:
        """Tell whether there is a day on which both words are offered."""
        first, last = date.min, date.max
        return (self.valid_from or first) < (other.valid_to or last) and (
            other.valid_from or first
        ) < (self.valid_to or last)


def entry_from_row(row: Mapping[str, str]) -> Entry:
    """Make an entry of a row of text; columns that are not of every catalogue go to `extra`."""
    return Entry(
        word=nfc(row["word"]),
        order=int(row.get("order") or 0),
        aliases=tuple(filter(None, map(nfc, row.get("aliases", "").split("|")))),
        look=row.get("look", ""),
        valid_from=day_or_none(row.get("valid_from", "")),
        valid_to=day_or_none(row.get("valid_to", "")),
        extra=MappingProxyType({name: row[name] for name in row if name not in _COLUMNS}),
    )


class Catalogue:
    """An ordered list of words that is searched by word and by alias.

    Raises:
        UserError: a word or alias would stand for two entries at the same time.
    """

    def __init__(self, id: str, title: str, entries: Iterable[Entry]) -> None:
        self.id = id
        self.title = title
        self.entries = tuple(sorted(entries, key=lambda entry: entry.order))
        self._strict: dict[str, list[Entry]] = {}
        self._loose: dict[str, list[Entry]] = {}
        for entry in self.entries:
            self._file(entry)

    @classmethod
    def from_rows(cls, id: str, title: str, rows: Iterable[Mapping[str, str]]) -> Catalogue:
        """Build a catalogue from rows of text, shipped or edited by the office."""
        return cls(id, title, map(entry_from_row, rows))

    def _file(self, entry: Entry) -> None:
        for text in (entry.word, *entry.aliases):
            same = self._strict.setdefault(accented(text), [])
            if any(other is not entry and other.overlaps(entry) for other in same):
                message = f"“{text}” có hai lần trong danh mục {self.title}. Bỏ bớt một chỗ."
                raise UserError(message, "word", text)
            for filed in (same, self._loose.setdefault(fold(text), [])):
                if entry not in filed:
                    filed.append(entry)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self.find(text) is not None

    def find(self, text: str, on: date | None = None) -> Entry | None:
        """Give the entry that a whole text names, or nothing; a part of a word never matches.

        Case, punctuation and tone placement do not count. Accents do, unless the text has none
        at all and only one entry fits. Without a day, words of the past are found as well.
        """
        found = self._strict.get(accented(text), [])
        if not found and not has_accents(text):
            loose = self._loose.get(fold(text), [])
            found = loose if len({entry.word for entry in loose}) == 1 else []
        if on is not None:
            found = [entry for entry in found if entry.holds_on(on)]
        return found[-1] if found else None

    def words(self, on: date | None = None) -> list[str]:
        """List the words in order, all of them or those offered on a day."""
        return [entry.word for entry in self.entries if on is None or entry.holds_on(on)]

    def having(self, **facts: str) -> tuple[Entry, ...]:
        """Give the entries whose extra columns say so, such as `having(scale="mô hình")`."""
        wanted = facts.items()
        return tuple(entry for entry in self.entries if wanted <= entry.extra.items())


_own: dict[str, Catalogue] = {}


def catalogue(id: str) -> Catalogue:
    """Give a catalogue by its id: as the office keeps it, else as shipped.

    Raises:
        KeyError: there is no such catalogue.
    """
    return _own.get(id) or shipped(id)


def use(own: Mapping[str, Catalogue]) -> None:
    """Take an office's own catalogues in place of the shipped ones; nothing takes them all away."""
    _own.clear()
    _own.update(own)


@cache
def shipped(id: str) -> Catalogue:
    """Give a catalogue as it came with the program.

    Raises:
        KeyError: there is no such catalogue.
    """
    if id not in ids():
        raise KeyError(id)
    title, rows = read_rows(FOLDER / f"{id}.tsv")
    return Catalogue.from_rows(id, title, rows)


def read_shipped() -> None:
    """Read all that came with the program, so that nobody waits for them later: 30 ms."""
    for id in ids():
        shipped(id)


@cache
def ids() -> tuple[str, ...]:
    """List the ids of the shipped catalogues; units have a module of their own."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.tsv") if path.stem not in _UNITS))


class _Shelf(Mapping[str, Catalogue]):
    """The shipped catalogues by id, each read when it is first asked for."""

    def __getitem__(self, id: str) -> Catalogue:
        return catalogue(id)

    def __iter__(self) -> Iterator[str]:
        return iter(ids())

    def __len__(self) -> int:
        return len(ids())


CATALOGUES: Mapping[str, Catalogue] = _Shelf()

_CLASS = re.compile(r"(?:l[ớo]p\s+(\d{1,2})|(\d{1,2})\s*/\s*(1[02]))")
_LEVELS = {
    "12": ((12, "THPT"), (9, "THCS"), (1, "Tiểu học")),
    "10": ((10, "THPT"), (7, "THCS"), (1, "Tiểu học")),
}


def schooling(text: str) -> Entry | None:
    """Give the level of education that a text counts as, such as THCS for '9/12' or 'lớp 11'.

    A class counts as the last level finished (primary also when unfinished), in the system of
    12 classes and in the older one of 10. The record keeps the words as written.
    """
    levels = CATALOGUES["education"]
    written = _CLASS.fullmatch(nfc(text).lower())
    if written is None:
        return levels.find(text)
    reached, of = int(written[1] or written[2]), written[3] or "12"
    if not 1 <= reached <= int(of):
        return None
    return levels.find(next(name for least, name in _LEVELS[of] if reached >= least))
