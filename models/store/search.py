"""Finding records by any part of a name or number, with or without accents, among a million.

A term with accents must stand in the record with them; one without is met by any. Kinds that may
grow large have a trigram index (SQLite's FTS5), kept by triggers so that no write path misses it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import accented, fold, has_accents

if TYPE_CHECKING:
    from models.record import Record

SHORTEST = 3
"""Letters a term needs for the trigram index."""
FEW = 500
"""Up to so many hits are sorted at once; more are met soon enough in display order."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a search.

    Attributes:
        folded: without accents, as stored in `search_words`.
        accents: with accents, as stored in `search_accents`; empty where none were typed.
        is_number: digits only, so numbers of the record are looked at too.
    """

    folded: str
    accents: str
    is_number: bool


def terms(text: str) -> list[Term]:
    """Split what was typed; a number typed in groups (0913 555) is one term."""
    folded = fold(text)
    digits = folded.replace(" ", "").removeprefix("+")
    if digits.isdigit() and digits.isascii():
        return [Term(_national(digits), "", is_number=True)]
    words = zip(folded.split(), accented(text).split(), strict=True)
    return [
        Term(plain, marked if has_accents(marked) else "", plain.isdigit())
        for plain, marked in words
    ]


def _national(digits: str) -> str:
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) > 9 else digits


def condition(term: Term, alias: str) -> tuple[str, list[object]]:
    """Return the SQL condition that a record meets a term, and its values."""
    words = f"instr({alias}.search_words, ?) > 0"
    if term.is_number:
        either = f"({words} OR instr({alias}.search_numbers, ?) > 0)"
        return either, [term.folded, term.folded]
    if term.accents:
        return f"{words} AND instr({alias}.search_accents, ?) > 0", [term.folded, term.accents]
    return words, [term.folded]


def trigram_match(found: list[Term]) -> str:
    """Return the FTS5 expression of the terms long enough for it; empty when none is."""
    long = [term.folded for term in found if len(term.folded) >= SHORTEST]
    return " AND ".join(f'"{term}"' for term in long)


def is_exact(found: list[Term]) -> bool:
    """Tell whether the trigram index alone decides, so that counting needs nothing else."""
    return all(len(term.folded) >= SHORTEST and not term.accents for term in found)


def trigram_table(model: type[Record]) -> str:
    """Return the name of a kind's trigram index."""
    return f"{model._meta.table_name}_trigram"


def trigram_statements(model: type[Record]) -> list[str]:
    """Return the SQL that makes a kind's trigram index and the triggers that keep it."""
    table, index = model._meta.table_name, trigram_table(model)
    insert = (
        f'INSERT INTO "{index}" (rowid, words)'
        " SELECT new.id, new.search_words || ' ' || new.search_numbers"
        " WHERE new.trashed_at IS NULL;"
    )
    delete = f'DELETE FROM "{index}" WHERE rowid = old.id;'
    watched = "search_words, search_numbers, trashed_at"
    return [
        f"CREATE VIRTUAL TABLE \"{index}\" USING fts5 (words, content='', contentless_delete=1,"
        " tokenize='trigram case_sensitive 1')",
        f'CREATE TRIGGER "{index}_add" AFTER INSERT ON "{table}" BEGIN {insert} END',
        f'CREATE TRIGGER "{index}_edit" AFTER UPDATE OF {watched} ON "{table}"'
        f" BEGIN {delete} {insert} END",
        f'CREATE TRIGGER "{index}_erase" AFTER DELETE ON "{table}" BEGIN {delete} END',
    ]
