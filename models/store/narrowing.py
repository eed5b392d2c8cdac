"""The conditions of a list, each as a test of a row and as a set of keys read from an index alone.

In a million rows of which each lies on a page of its own, a look at a row costs a hundred times a
look at an index: what is rare is better met as a set, what is common better tested row by row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from models.facts import Fact, Link
from models.register import path_between
from models.roles import Right
from models.store import search
from models.store.session import may

if TYPE_CHECKING:
    from models.record import Record

LIVE = "r.trashed_at IS NULL"


@dataclass(frozen=True, eq=False, slots=True)
class Narrowing:
    """One condition of a list, in two forms that mean the same.

    Attributes:
        test: SQL condition on the row `r` and the record joined by `link`.
        values: what the test asks for.
        keys: SQL that gives the keys of all live records that meet the test.
        key_values: what that asks for.
        link: the link whose record the test looks at.
        index: index that holds what meets the test by title, where there is such a one.
        is_match: whether the keys come from the trigram index, in ascending order.
        is_decided: whether that index alone decides it, for one term.
        looser: what to ask that index for, sooner answered, where a test must follow.
        pairs: what asks it for terms of two letters, where longer ones stand beside them.
        found_by: that test and its values: all that the index holds is looked at, as there.
        is_scan: whether they come from reading an index from end to end.
        is_implied: whether another condition of the same list says all this one says.
        in_words: letters that must stand in the folded search text for the test to be met.
        is_in_words: whether the test asks for these letters and nothing else.
        asks_numbers: whether it asks for what may stand among the numbers.
    """

    test: str
    values: tuple[object, ...]
    keys: str
    key_values: tuple[object, ...]
    link: Link[Any] | None = None
    index: str = ""
    is_match: bool = False
    is_decided: bool = False
    looser: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    found_by: tuple[str, tuple[object, ...]] = ("", ())
    is_scan: bool = False
    is_implied: bool = False
    in_words: tuple[str, ...] = ()
    is_in_words: bool = False
    asks_numbers: bool = False


def of_search(model: type[Record], terms: list[search.Term]) -> list[Narrowing]:
    """Return what a search asks of the rows of a kind.

    Who may not see sensitive data does not find people by them either.
    """
    if not terms:
        return []
    in_words = [] if may(Right.SENSITIVE) else [_in_words(model, term) for term in terms]
    return in_words + _of_terms(model, terms)


def _in_words(model: type[Record], term: search.Term) -> Narrowing:
    """Return the condition that a term stands in the words of a record, not in its numbers."""
    test = "instr(r.search_words, ?) > 0"
    keys = f'SELECT r.id FROM "{model._meta.table_name}" AS r WHERE {LIVE} AND {test}'
    words = (term.folded,)
    return Narrowing(test, words, keys, words, is_scan=True, in_words=words, is_in_words=True)


def _of_terms(model: type[Record], terms: list[search.Term]) -> list[Narrowing]:
    if not model.FULL_TEXT:
        return [_scan(model, terms, terms)]
    found: list[Narrowing] = []
    match, rest = search.trigram_match(terms), search.undecided(terms)
    if match:
        index = search.trigram_table(model)
        keys = f'SELECT rowid AS id FROM "{index}" WHERE "{index}" MATCH ?'
        found.append(
            Narrowing(
                *_tests(terms),
                keys,
                (match,),
                is_match=True,
                is_decided=len(terms) == 1 and not rest,
                looser=tuple(search.looser_matches(terms)),
                pairs=tuple(search.pair_matches(terms)),
                found_by=_tests([t if t.accents else replace(t, is_number=True) for t in terms]),
                is_implied=bool(rest) and _says_all(terms, rest),
                in_words=_in_folded(terms),
                is_in_words=_are_plain(terms),
                asks_numbers=any(term.is_number for term in terms),
            )
        )
    if rest:
        found.append(_scan(model, rest, terms if _says_all(terms, rest) else rest))
    return found


def _scan(model: type[Record], tested: list[search.Term], terms: list[search.Term]) -> Narrowing:
    """Return the condition of terms that only a look at the search text of all records decides."""
    table = model._meta.table_name
    table_by = f'"{table}" AS r'
    if model.FULL_TEXT:
        few = not any(term.accents for term in terms) or len(terms) > 1
        table_by += f' INDEXED BY "{table}_words"' if few else " NOT INDEXED"
    test, values = _tests(terms)
    keys = f"SELECT r.id FROM {table_by} WHERE {LIVE} AND {test}"
    return Narrowing(
        *_tests(tested),
        keys,
        values,
        is_scan=True,
        in_words=_in_folded(tested),
        is_in_words=_are_plain(tested),
        asks_numbers=any(term.is_number for term in tested),
    )


def _says_all(terms: list[search.Term], rest: list[search.Term]) -> bool:
    """Tell whether one scan had better test all terms than the undecided ones alone.

    Accents stand in the records themselves, of which few need be looked at where all words are
    tested first; where no undecided term has any, none need be.
    """
    plain = not any(term.accents for term in terms)
    return plain or any(term.accents for term in rest)


def _in_folded(terms: list[search.Term]) -> tuple[str, ...]:
    return tuple(term.folded for term in terms if not term.is_number)


def _are_plain(terms: list[search.Term]) -> bool:
    return not any(term.accents or term.is_number for term in terms)


def of_keys(keys: list[int]) -> Narrowing:
    """Return the condition of being one of some records, whose keys are live ones."""
    listed = (json.dumps(keys),)
    held = "SELECT value AS id FROM json_each(?)"
    return Narrowing(f"r.id IN ({held})", listed, held, listed)


def _tests(terms: list[search.Term]) -> tuple[str, tuple[object, ...]]:
    pairs = [search.condition(term, "r") for term in terms]
    tests = " AND ".join(test for test, _values in pairs)
    return tests, tuple(value for _test, values in pairs for value in values)


def of_values(model: type[Record], field: Any, values: tuple[object, ...]) -> Narrowing:  # noqa: ANN401
    """Return the filter that a field has one of some stored values; of none, that it is empty.

    Words that sort alike (hoà and Hòa) count as one where the field has a stored sort key.
    """
    links = path_between(model, field.model)
    if field.name == "id":
        values, wanted = (json.dumps(values),), "IN (SELECT value FROM json_each(?))"
        column, index = "id", ""
    else:
        column, values = _indexed(field, values)
        index = "" if links or len(values) > 1 else _index_of(field, column)
        wanted = f"IN ({', '.join('?' for _ in values)})" if values else "IS NULL"
    column = f'"{links[0].name if links else "r"}"."{column}"'
    test = f"{column} {wanted}"
    if links and values:
        test = f'{test} AND "{links[0].name}".trashed_at IS NULL'
    elif not values and not field.null:
        test = f"({column} = '' OR {test})" if links else f"{column} = ''"
    table = model._meta.table_name
    joins = join(links[0], required=bool(values)) if links else ""
    keys = f'SELECT r.id FROM "{table}" AS r {joins} WHERE {LIVE} AND {test}'
    return Narrowing(test, values, keys, values, link=links[0] if links else None, index=index)


def up_to(model: type[Record], field: Any, last: object) -> Narrowing:  # noqa: ANN401
    """Return the filter that a field of its own is given, and not after a stored value."""
    test = f'r."{field.column_name}" <= ?'
    keys = f'SELECT r.id FROM "{model._meta.table_name}" AS r WHERE {LIVE} AND {test}'
    return Narrowing(test, (last,), keys, (last,))


def join(link: Link[Any], *, required: bool = False) -> str:
    """Return the SQL that joins the record a row links to, under the link's name."""
    table = link.rel_model._meta.table_name
    kind = "JOIN" if required else "LEFT JOIN"
    return f'{kind} "{table}" AS "{link.name}" ON "{link.name}".id = r."{link.column_name}"'


def _indexed(field: Any, values: tuple[object, ...]) -> tuple[str, tuple[object, ...]]:  # noqa: ANN401
    """Return the column an index has for a field, and the values as they stand there."""
    columns = field.model._meta.fields
    if isinstance(field, Fact) and not isinstance(field, Link) and field.key_name != field.name:
        keys = tuple(field.key(value) for value in values)
        if all(keys):
            return columns[field.key_name].column_name, keys
    return field.column_name, values


def _index_of(field: Any, column: str) -> str:  # noqa: ANN401
    """Return the index that holds a column's values, each by title; nothing where there is none."""
    model = field.model
    if isinstance(field, Link):
        return f"{model._meta.table_name}_of_{field.name}"
    if not isinstance(field, Fact) or not field.sorts or field.name == model.TITLE:
        return ""
    is_its_key = column == model._meta.fields[field.key_name].column_name
    return f"{model._meta.table_name}_by_{field.name}" if is_its_key else ""
