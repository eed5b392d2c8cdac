"""Search text, sort keys and derived fields: filled here and nowhere else.

`fill` looks at one record; `refresh` follows a change to every record that shows or finds by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peewee import chunked

from models.facts import Kind, Link
from models.record import Record, column
from models.register import lending_links
from models.registers import RECORDS, register_of
from models.registers.people import Person
from models.registers.summaries import affected, derive
from models.text import accented, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NUMBERS = frozenset({Kind.PHONE, Kind.CITIZEN_ID})
_SEARCH = ("sort_key", "search_words", "search_accents", "search_numbers")


def fill(record: Record) -> None:
    """Fill a record's sort keys and search text from what was typed."""
    record.sort_key = record.title_key()
    words: list[str] = []
    accents: list[str] = []
    numbers: list[str] = []
    register = register_of(type(record))
    for source in register.search if register else ():
        text = source.show(register.value(record, source)) if register else ""
        if source.kind in _NUMBERS:
            numbers.append(text.replace(" ", ""))
        else:
            words.append(fold(text))
            accents.append(accented(text))
    record.search_words = _spaced(words)
    record.search_accents = _spaced(accents)
    record.search_numbers = _spaced(numbers)
    for fact in type(record).facts():
        if fact.key_name != fact.name:
            setattr(record, fact.key_name, fact.key(getattr(record, fact.name)))


def filled_columns(model: type[Record]) -> tuple[str, ...]:
    """Return the names of every column that this module fills."""
    derived = [fact.name for fact in model.facts() if fact.derived]
    keys = [fact.key_name for fact in model.facts() if fact.key_name != fact.name]
    return (*_SEARCH, *derived, *keys)


def counted_in(record: Record) -> Iterable[Record]:
    """Return the records whose derived fields count this one now."""
    return affected(record)


def refresh(edited: Iterable[Record], added: Iterable[Record], left: Iterable[Record] = ()) -> None:
    """Bring every record up to date that counts, shows or finds by the changed ones.

    Args:
        edited: records changed, trashed or restored; others may link to them.
        added: new records; nothing links to them but what the same change added, already filled.
        left: records that counted one of the edited before.
    """
    waiting: dict[tuple[type[Record], int], Record] = {}

    def wait(records: Iterable[Record]) -> None:
        waiting.update({(type(record), record.id): record for record in records})

    for record in added:
        if not isinstance(record, Person):
            wait(affected(record))
        if any(fact.derived for fact in type(record).facts()):
            wait((record,))
    wait(left)
    for record in edited:
        wait((record, *affected(record), *_linking(record)))
    while waiting:
        record = waiting.pop(next(iter(waiting)))
        if _renew(record):
            wait((*affected(record), *_linking(record)))


def _renew(record: Record) -> bool:
    """Fill one stored record anew; tell whether anything differed."""
    model = type(record)
    fresh = model.get_or_none(model.id == record.id)
    if fresh is None:
        return False
    after = _stale(fresh)
    if after:
        model.update(after).where(model.id == fresh.id).execute()
    return bool(after)


def _stale(fresh: Record) -> dict[str, Any]:
    """Fill a record as read from the file; return what came out different."""
    columns = filled_columns(type(fresh))
    before = {name: getattr(fresh, name) for name in columns}
    derive(fresh)
    fill(fresh)
    return {name: getattr(fresh, name) for name in columns if getattr(fresh, name) != before[name]}


def _linking(record: Record) -> list[Record]:
    """Return the records whose keys or search text hold something of this one."""
    found: list[Record] = []
    for model in RECORDS:
        for link in _borrowing_links(model):
            if link.rel_model is type(record):
                found.extend(model.select().where(link == record.id))
    return found


def _borrowing_links(model: type[Record]) -> list[Link[Any]]:
    """Return the links through which a kind's keys or search text hold words of other records."""
    links = [fact for fact in model.facts() if isinstance(fact, Link)]
    register = register_of(model)
    if register is None:  # titled by what it belongs to
        return links
    through = {link.name for source in register.search for link in lending_links(model, source)}
    return [link for link in links if link.sorts or link.name in through]


def _spaced(parts: list[str]) -> str:
    """Join with a space before each word, so that a search for ' an' means a word's start."""
    joined = " ".join(part.strip() for part in parts if part.strip())
    return f" {joined}" if joined else ""


def out_of_date(model: type[Record]) -> int:
    """Return how many live records of a kind hold old search text, sort keys or derived fields."""
    return sum(bool(_stale(record)) for record in _live(model))


def rebuild(model: type[Record]) -> int:
    """Fill every live record of a kind anew, after a change of rules; return how many differed."""
    return sum(_renew(record) for record in _live(model))


def _live(model: type[Record]) -> Iterator[Record]:
    live = model.select(model.id).where(model.trashed_at.is_null())
    for keys in chunked(column(live), 500):
        yield from model.select().where(model.id.in_(keys))
