"""Taking the words about erased records out of the history, wherever they stand in it.

They stand in the records' own rows; in rows of what was theirs once, as a seat that a merge gave
them and took away again; in rows of people they were taken for; and in the titles of changes. The
issue book's own rows stay: the law keeps that book, with the names on its papers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from models.facts import Link
from models.record import Record, column, parts
from models.registers import RECORDS
from models.registers.issued import IssuedCopy, IssuedPaper, PrintRun
from models.registers.people import Person, PersonMerge
from models.store.erased_names import ErasedNames
from models.store.erasures import WORDS
from models.store.history import CHUNK, COLUMNS, facts_of, link_before, link_over
from models.store.tables import HistoryChange, HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Owner = tuple[str, int]

_BOOK = (PrintRun, IssuedPaper, IssuedCopy)
_MODELS = {model._meta.table_name: model for model in RECORDS if model not in _BOOK}
_PERSON, _MERGE = Person._meta.table_name, PersonMerge._meta.table_name


class Emptying:
    """The words about some records on their way out of the history, in the open transaction.

    Attributes:
        names: what the records were ever called.
        people: the same of those that are people.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records: set[Owner] = {(type(one)._meta.table_name, one.id) for one in records}
        self._first = next(iter(self._records))
        self._rows: dict[int, Owner] = {}
        self._changes: set[int] = set()
        self._held: defaultdict[str, set[Any]] = defaultdict(set)
        self._under: dict[Owner, bool] = {}
        self.names: set[str] = set()
        self.people: set[str] = set()
        for record in records:
            self._gather(record)

    def _gather(self, record: Record) -> None:
        owner, titles = (type(record)._meta.table_name, record.id), {record.title}
        for entry in _entries_of(owner):
            titles.add(entry.subject)
            self._rows[entry.id] = owner
            self._changes.add(entry.change_id)
            if isinstance(record, Person):
                for name, pair in json.loads(entry.detail).items():
                    self._held[name].update(pair)
        if not isinstance(getattr(record, record.TITLE, None), Record):  # else lent by another
            self.names |= titles - {"", WORDS}
        if isinstance(record, Person):
            self.people |= titles - {"", WORDS}

    def run(self) -> None:
        """Take them out."""
        for part in parts(list(self._rows), CHUNK):
            mine = HistoryEntry.id.in_(part)
            HistoryEntry.update(subject=WORDS, detail="{}").where(mine).execute()
        named = ErasedNames(self.names)
        self._once_theirs(named)
        self._taken_for_them()
        for key in sorted(self._changes):
            self._retitle(key, named)

    def reword(self, change: HistoryChange, title: str, source: str) -> None:
        """Give a change another title and source; none of its rows is linked as it was then."""
        if (title, source) == (change.title, change.source):
            return
        change.title, change.source = title, source
        change.save()
        rows = HistoryEntry.select(HistoryEntry.id).where(HistoryEntry.change == change.id)
        for key in column(rows):
            self._rows.setdefault(key, self._first)

    def write(self, key: int, **values: str) -> None:
        """Give a row of the history other words."""
        HistoryEntry.update(**values).where(HistoryEntry.id == key).execute()
        self._rows.setdefault(key, self._first)
        self._changes.add(HistoryEntry.get_by_id(key).change_id)

    def left(self) -> dict[Owner, list[list[object]]]:
        """Return what the entry of each record's erasing has to name."""
        left: defaultdict[Owner, list[list[object]]] = defaultdict(list)
        for part in parts(sorted(self._rows), CHUNK):
            query = HistoryEntry.select(HistoryEntry, HistoryChange).join(HistoryChange)
            for entry in query.where(HistoryEntry.id.in_(part)).order_by(HistoryEntry.id):
                content = tuple(getattr(entry, name) for name in COLUMNS[1:])
                mark = link_over(link_before(entry.id), facts_of(entry.change), content)
                told = [entry.id, bytes(entry.link).hex(), mark.hex()]
                left[self._rows[entry.id]].append(told)
        return left

    def _once_theirs(self, named: ErasedNames) -> None:
        """Empty the titles of rows of other records that bore one of the names as theirs."""
        for table, model in _MODELS.items():
            if not _links(model):
                continue
            for key, record in self._bearing(table, named):
                if self._was_theirs((table, record)):
                    self.write(key, subject=WORDS)
                    self._changes.update(one.change_id for one in _entries_of((table, record)))

    def _bearing(self, table: str, named: ErasedNames) -> list[tuple[int, int]]:
        """Return the rows of a table's other records that bear a name, with their records."""
        wanted = (HistoryEntry.id, HistoryEntry.record, HistoryEntry.subject)
        rows: Any = HistoryEntry.select(*wanted).where(HistoryEntry.table == table).tuples()
        return [
            (key, record)
            for key, record, subject in rows.iterator()
            if key not in self._rows and named.stand_in(subject)
        ]

    def _was_theirs(self, record: Owner) -> bool:
        """Tell whether a record was ever linked to an erased one, at any remove."""
        if record not in self._under:
            self._under[record] = record in self._records  # ends where links go in a circle
            self._under[record] |= any(map(self._was_theirs, _ever_linked(record)))
        return self._under[record]

    def _taken_for_them(self) -> None:
        """Take out what others had of a person while a merge, taken apart since, made them one."""
        going = {key for table, key in self._records if table == _PERSON}
        merges, people = _merged_with(going)
        named = ErasedNames(self.people)
        for merge in merges:
            if (_MERGE, merge.id) not in self._records:
                self._shorten(merge, named)
                continue
            for entry in _entries_of((_MERGE, merge.id)):
                self._keep_links(entry.change_id)
        for other in Person.select().where(Person.id.in_(people - going)):
            self._tell_apart(other)

    def _tell_apart(self, other: Person) -> None:
        """Leave in the rows of another person only what was never the erased one's alone."""
        named = ErasedNames(self.people - {other.title})
        own = other.stored_values()
        for entry in _entries_of((_PERSON, other.id)):
            told = json.loads(entry.detail)
            kept = {name: two for name, two in told.items() if not self._had(name, two, own)}
            subject = WORDS if named.stand_in(entry.subject) else entry.subject
            if kept != told or subject != entry.subject:
                detail = entry.detail if kept == told else _json(kept)
                self.write(entry.id, subject=subject, detail=detail)

    def _had(self, name: str, values: Iterable[Any], own: Mapping[str, Any]) -> bool:
        """Tell whether an erased person had a field's value that the other one has not."""
        return any(
            one in self._held[name] and one not in (None, "", own.get(name)) for one in values
        )

    def _shorten(self, merge: PersonMerge, named: ErasedNames) -> None:
        """Take out of another merge, and its snapshot, what had come from the erased person."""
        for entry in _entries_of((_MERGE, merge.id)):
            if named.stand_in(entry.subject):
                self.write(entry.id, subject=WORDS)
        own = merge.merged.stored_values() if merge.merged is not None else {}
        told = json.loads(merge.snapshot)
        kept = {name: one for name, one in told.items() if not self._had(name, [one], own)}
        if kept == told:
            return
        text = json.dumps(kept, ensure_ascii=False)
        PersonMerge.update(snapshot=text).where(PersonMerge.id == merge.id).execute()
        for entry in _entries_of((_MERGE, merge.id)):
            detail = json.loads(entry.detail)
            if "snapshot" in detail:
                self.write(entry.id, detail=_json({**detail, "snapshot": [None, text]}))

    def _keep_links(self, change: int) -> None:
        """Leave of a merge who linked to whom, not which values went over."""
        for entry in list(HistoryEntry.select().where(HistoryEntry.change == change)):
            told, model = json.loads(entry.detail), _MODELS.get(entry.table)
            kept = {name: pair for name, pair in told.items() if model and name in _links(model)}
            if kept != told and model is not None:
                self.write(entry.id, detail=_json(kept))

    def _retitle(self, key: int, named: ErasedNames) -> None:
        change = HistoryChange.get_by_id(key)
        if named.stand_in(change.title):
            rows = HistoryEntry.select(HistoryEntry.subject).where(HistoryEntry.change == key)
            beside = ErasedNames(subject for subject in column(rows) if subject != WORDS)
            self.reword(change, named.out_of(change.title, beside), change.source)


def _entries_of(owner: Owner) -> Iterator[HistoryEntry]:
    mine = (HistoryEntry.table == owner[0]) & (HistoryEntry.record == owner[1])
    yield from list(HistoryEntry.select().where(mine).order_by(HistoryEntry.id))


def _links(model: type[Record]) -> dict[str, str]:
    """Return the names of a kind's links with the tables they lead to."""
    links = [fact for fact in model.facts() if isinstance(fact, Link)]
    return {link.name: link.rel_model._meta.table_name for link in links}


def _ever_linked(record: Owner) -> set[Owner]:
    """Return everything a record was ever linked to, as the history tells."""
    model = _MODELS.get(record[0])
    links = _links(model) if model is not None else {}
    return {
        (links[name], key)
        for entry in _entries_of(record)
        for name, pair in json.loads(entry.detail).items()
        if name in links
        for key in pair
        if key is not None
    }


def _merged_with(people: set[int]) -> tuple[list[PersonMerge], set[int]]:
    """Return all merges, standing or not, that people ever had a part in, and with whom."""
    merges: dict[int, PersonMerge] = {}
    known, fresh = set(people), set(people)
    while fresh:
        met: set[int] = set()
        for part in parts(sorted(fresh), CHUNK):
            for merge in PersonMerge.select().where(
                PersonMerge.merged.in_(part) | PersonMerge.kept.in_(part)
            ):
                merges[merge.id] = merge
                met.update(key for key in (merge.merged_id, merge.kept_id) if key is not None)
        fresh, known = met - known, known | met
    return list(merges.values()), known


def _json(detail: dict[str, Any]) -> str:
    return json.dumps(detail, ensure_ascii=False, separators=(",", ":"))
