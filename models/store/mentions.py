"""Words looked for where no list looks: in notes and other long texts of all registers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Final

from peewee import fn

from models.facts import Kind
from models.masking import hides
from models.text import accented, fold, has_accents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from models.register import Register

WINDOW: Final = 20_000
"""Keys read at a time; between two windows the search can be stopped."""
BEFORE, LENGTH = 24, 160
"""Characters of an excerpt that stand before the first hit at most, and in all."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A long text that holds all the words.

    Attributes:
        register: name of the register.
        record: key of the record.
        title: what the record is called.
        label: the field's.
        excerpt: the text around the first hit, one line.
    """

    register: str
    record: int
    title: str
    label: str
    excerpt: str


def mentions(
    words: str, registers: Iterable[Register], most: int, stopped: Callable[[], bool] = bool
) -> list[Mention]:
    """Find records by the beginnings of words in their long texts, the newest first.

    Accents that are typed are accents required. What is hidden from who works now is not read.

    Args:
        words: what is looked for; nothing finds nothing.
        registers: where to look.
        most: how many of each register are told.
        stopped: asked now and then whether anybody still waits; then what was found is given.
    """
    wanted = _Wanted(words)
    found: list[Mention] = []
    for register in registers:
        if wanted.parts:
            found += _of_register(register, wanted, most, stopped)
    return found


class _Wanted:
    """Tells texts that hold all words."""

    def __init__(self, words: str) -> None:
        self._key = accented if has_accents(words) else fold.__wrapped__
        self.parts = tuple(f" {part}" for part in self._key(words).split())

    def stands_in(self, text: str) -> bool:
        """Tell whether each of the words begins one of the text's."""
        key = f" {self._key(text)}"
        return all(part in key for part in self.parts)

    def excerpt(self, text: str) -> str:
        """Cut the neighbourhood of the first hit out of a text."""
        line = " ".join(text.split())
        plain = " " + "".join(fold(letter) or " " for letter in line)
        first = fold(self.parts[0])
        at = max(plain.find(f" {first}"), 0) if len(plain) == len(line) + 1 else 0
        start = line.rfind(" ", 0, at - BEFORE) + 1 if at > BEFORE else 0
        end = "…" if len(line) > start + LENGTH else ""
        return f"{'…' if start else ''}{line[start : start + LENGTH]}{end}"


def _of_register(
    register: Register, wanted: _Wanted, most: int, stopped: Callable[[], bool]
) -> list[Mention]:
    fields = [
        field
        for field in register.form_fields()
        if field.kind is Kind.LONG_TEXT and not hides(field)
    ]
    found: list[Mention] = []
    for key, *texts in _rows(register.model, fields, stopped):
        hit = next((at for at, text in enumerate(texts) if wanted.stands_in(text)), None)
        if hit is not None:
            title = register.model.get_by_id(key).title
            excerpt = wanted.excerpt(texts[hit])
            found.append(Mention(register.name, key, title, fields[hit].label, excerpt))
            if len(found) == most:
                break
    return found


def _rows(
    model: Any,  # noqa: ANN401 - peewee's models are untyped
    fields: Sequence[Any],
    stopped: Callable[[], bool],
) -> Iterator[tuple[Any, ...]]:
    """Give key and texts of the records that have any, window by window from the newest."""
    if not fields:
        return
    filled = reduce(or_, (field != "" for field in fields))
    high = model.select(fn.MAX(model.id)).scalar() or 0
    while high > 0 and not stopped():
        window = model.id.between(high - WINDOW + 1, high) & model.trashed_at.is_null()
        rows = model.select(model.id, *fields).where(window & filled)
        yield from list(rows.order_by(model.id.desc()).tuples())
        high -= WINDOW
