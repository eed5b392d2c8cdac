"""Search text, sort keys and derived fields: filled here and nowhere else.

`fill` looks at one record; `refresh` follows a change to every record that shows or finds by it,
many at a time, so that an import of fifty thousand rows asks the file no more often than it must.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from models.facts import Kind, Link
from models.record import Record, column, parts
from models.register import lending_links, path_between
from models.registers import RECORDS, REGISTERS, register_of
from models.registers.summaries import affected, counted_in, derive, is_told
from models.store.rows import linked_by, update_row
from models.text import accented, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    Key = tuple[type[Record], int]

CHUNK = 500
_NUMBERS = frozenset({Kind.PHONE, Kind.CITIZEN_ID})
_SEARCH = ("sort_key", "search_words", "search_accents", "search_numbers")

__all__ = ["counted_in", "fill", "filled_columns", "out_of_date", "rebuild", "refresh"]


def fill(record: Record) -> None:
    """Fill a record's sort keys and search text from what was typed."""
    words: list[str] = []
    accents: list[str] = []
    numbers: list[str] = []
    for link, sources in _sources(type(record)):
        owner = getattr(record, link) if link else record
        for source, is_link, is_number in sources if owner is not None else ():
            value = getattr(owner, source.name) if is_link else owner.__data__.get(source.name)
            if not value:
                continue
            if not is_number:
                plain, marked = _both(source.show(value))
                words.append(plain)
                accents.append(marked)
            elif value.isascii() and value.isdecimal():
                numbers.append(value)
            else:
                numbers.append(fold(source.show(value)).replace(" ", ""))
    data = record.__data__
    data["sort_key"] = record.title_key()
    data["search_words"] = _spaced(words)
    data["search_accents"] = _spaced(accents)
    data["search_numbers"] = _spaced(numbers)
    for fact, is_link, key_name in _keyed(type(record)):
        value = getattr(record, fact.name) if is_link else data.get(fact.name)
        data[key_name] = fact.key(value) if value else ""


@cache
def _sources(model: type[Record]) -> tuple[tuple[str, tuple[tuple[Any, bool, bool], ...]], ...]:
    """Return what a kind is found by: the link to follow, the fields there, if links, if numbers.

    All that is sensitive stands among the numbers, where only those look who may see it.
    """
    register = register_of(model)
    found = []
    for link, sources in groupby(
        register.search if register else (),
        lambda source: "".join(step.name for step in path_between(model, source.model)),
    ):
        fields = (
            (one, isinstance(one, Link), one.sensitive or one.kind in _NUMBERS) for one in sources
        )
        found.append((link, tuple(fields)))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _both(text: str) -> tuple[str, str]:
    """Give the loose and the strict key; names of teams and people come again and again."""
    return fold(text), accented(text)


@cache
def _keyed(model: type[Record]) -> tuple[tuple[Any, bool, str], ...]:
    """Return the fields with a sort key beside them, whether links, and the keys' names."""
    facts = ((fact, isinstance(fact, Link), fact.key_name) for fact in model.facts())
    return tuple(keyed for keyed in facts if keyed[0].name != keyed[2])


@cache
def filled_columns(model: type[Record]) -> tuple[str, ...]:
    """Return the names of every column that this module fills."""
    return (*_SEARCH, *_derived(model), *(key for _fact, _is_link, key in _keyed(model)))


@cache
def _derived(model: type[Record]) -> frozenset[str]:
    return frozenset(fact.name for fact in model.facts() if fact.derived)


@cache
def _lent(model: type[Record]) -> frozenset[str]:
    """Return the fields that keys or search text of other records hold."""
    searched = {
        source.name
        for register in REGISTERS
        for source in register.search
        if source.model is model and register.model is not model
    }
    return frozenset({"sort_key", model.TITLE, *searched})


def refresh(
    edited: Mapping[Key, Collection[str]],
    added: Iterable[Record],
    left: Iterable[Key] = (),
    between: Callable[[], None] | None = None,
) -> None:
    """Bring every record up to date that counts, shows or finds by the changed ones.

    Args:
        edited: records changed, trashed or restored, with the fields written; others may link to
            them.
        added: new records; nothing links to them but what the same change added, already filled.
        left: records that counted one of the edited before.
        between: called every now and then; may raise Cancelled.
    """
    waiting: defaultdict[type[Record], set[int]] = defaultdict(set)

    def wait(keys: Iterable[Key]) -> None:
        for model, key in keys:
            waiting[model].add(key)

    def follow(model: type[Record], changed: Mapping[int, Collection[str]]) -> None:
        lending = [key for key, names in changed.items() if not _lent(model).isdisjoint(names)]
        wait(_linking(model, lending))

    for record in added:
        wait(counted_in(record))
        if _derived(type(record)):
            waiting[type(record)].add(record.id)
    wait(left)
    wait(edited)
    for model, changed in _by_model(edited).items():
        wait(affected(model, [key for key, names in changed.items() if is_told(model, names)]))
        follow(model, changed)
    while waiting:
        model = next(iter(waiting))
        renewed = _renew(model, waiting.pop(model), between)
        counted = [k for k, names in renewed.items() if not _derived(model).isdisjoint(names)]
        wait(affected(model, counted))
        follow(model, renewed)


def _by_model(
    edited: Mapping[Key, Collection[str]],
) -> dict[type[Record], dict[int, Collection[str]]]:
    found: dict[type[Record], dict[int, Collection[str]]] = {}
    for (model, key), names in edited.items():
        found.setdefault(model, {})[key] = names
    return found


def _renew(
    model: type[Record], keys: Iterable[int], between: Callable[[], None] | None = None
) -> dict[int, set[str]]:
    """Fill stored records anew; return which columns of which differed."""
    renewed: dict[int, set[str]] = {}
    for part in parts(sorted(keys), CHUNK):
        if between:
            between()
        for fresh, after in _stale(list(model.select().where(model.id.in_(part)))):
            update_row(fresh, after)
            renewed[fresh.id] = after
    return renewed


def _stale(records: Sequence[Record]) -> Iterator[tuple[Record, set[str]]]:
    """Fill records of one kind as read from the file; give which columns came out different."""
    if not records:
        return
    columns = filled_columns(type(records[0]))
    before = [[getattr(record, name) for name in columns] for record in records]
    derive(records)
    _fetch(records, _borrowing_links(type(records[0])))
    for record, old in zip(records, before, strict=True):
        fill(record)
        now = (getattr(record, name) for name in columns)
        after = {name for name, was, is_ in zip(columns, old, now, strict=True) if is_ != was}
        if after:
            yield record, after


def _fetch(records: Sequence[Any], links: Iterable[Link[Any]]) -> None:
    """Read the records that others link to in few questions, with what these are titled by."""
    for link in links:
        wanted = {record.__data__.get(link.name) for record in records} - {None}
        model: Any = link.rel_model
        found: dict[int | None, Record] = {
            linked.id: linked
            for part in parts(wanted, CHUNK)
            for linked in model.select().where(model.id.in_(part))
        }
        for record in records:
            linked = found.get(record.__data__.get(link.name))
            if linked is not None:
                setattr(record, link.name, linked)
        title = model._meta.fields.get(model.TITLE)
        if isinstance(title, Link):
            _fetch(list(found.values()), (title,))


def _linking(model: type[Record], keys: Collection[int]) -> Iterator[Key]:
    """Yield the records whose keys or search text hold something of these."""
    for child in RECORDS if keys else ():
        for link in _borrowing_links(child):
            if link.rel_model is model:
                for part in parts(keys, CHUNK):
                    yield from ((child, key) for key in linked_by(link, part))


@cache
def _borrowing_links(model: type[Record]) -> tuple[Link[Any], ...]:
    """Return the links through which a kind's keys or search text hold words of other records."""
    links = [fact for fact in model.facts() if isinstance(fact, Link)]
    register = register_of(model)
    if register is None:  # titled by what it belongs to
        return tuple(links)
    through = {link.name for source in register.search for link in lending_links(model, source)}
    return tuple(link for link in links if link.sorts or link.name in through)


def _spaced(keys: list[str]) -> str:
    """Join with a space before each word, so that a search for ' an' means a word's start."""
    joined = " ".join(filter(None, keys))
    return f" {joined}" if joined else ""


def out_of_date(model: type[Record]) -> int:
    """Return how many live records of a kind hold old search text, sort keys or derived fields."""
    return sum(
        sum(1 for _ in _stale(list(model.select().where(model.id.in_(part)))))
        for part in parts(_live(model), CHUNK)
    )


def rebuild(model: type[Record]) -> int:
    """Fill every live record of a kind anew, after a change of rules; return how many differed."""
    return len(_renew(model, _live(model)))


def _live(model: type[Record]) -> list[int]:
    return column(model.select(model.id).where(model.trashed_at.is_null()))
