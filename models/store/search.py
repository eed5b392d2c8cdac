"""Finding records by any part of a name or number, with or without accents, among a million.

A term with accents must stand in the record with them; one without is met by any. Kinds that may
grow large have a trigram index (SQLite's FTS5), kept by triggers so that no write path misses it.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text import accented, fold, has_accents

if TYPE_CHECKING:
    from models.record import Record

SHORTEST = 3
"""Letters a term needs for the trigram index; two are looked for with every letter that follows."""
FOLLOWING = string.ascii_lowercase + string.digits + " "
"""What may follow two letters; other alphabets are found by three letters and more."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a search.

    Attributes:
        folded: without accents, as stored in `search_words`.
        accents: with accents, as stored in `search_accents`; empty where none were typed.
        is_number: with a digit in it, so numbers of the record are looked at too.
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
        Term(plain, marked if has_accents(marked) else "", any(map(str.isdigit, plain)))
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
    """Return what the trigram index knows of the terms, as FTS5 says it; empty for nothing."""
    return " AND ".join(filter(None, map(_match, found)))


def looser_matches(found: list[Term]) -> list[str]:
    """Return what asks the trigram index for more records than meet the terms, but sooner.

    The index takes the time of every trigram it is asked for, most of all of the common ones: the
    first letters of each term come first, then, of several, letters enough to cover them. Two
    letters are asked for with all that may follow, which costs most, so not beside a longer term.
    """
    long = [term for term in found if len(_letters(term)) >= SHORTEST]
    first = " AND ".join(_apart(term, [0]) for term in long)
    woven = (
        _apart(term, [*range(0, len(_letters(term)) - SHORTEST, SHORTEST), -SHORTEST])
        for term in long
    )
    looser = (first, " AND ".join(woven) if len(found) > 1 else "")
    return [match for match in dict.fromkeys(looser) if match and match != trigram_match(found)]


def pair_matches(found: list[Term]) -> list[str]:
    """Return what asks for each term of two letters, where longer ones stand beside them."""
    short = [term for term in found if len(_letters(term)) < SHORTEST]
    return list(filter(None, map(_match, short))) if len(short) < len(found) else []


def _letters(term: Term) -> str:
    return term.accents if len(term.accents) >= SHORTEST else term.folded


def _apart(term: Term, starts: list[int]) -> str:
    """Ask for some trigrams of a term, wherever each of them stands."""
    letters = _letters(term)
    column = "accents" if letters == term.accents else "words"
    parts = [letters[start:][:SHORTEST] for start in starts]
    return " AND ".join(f'{column} : "{part}"' for part in parts)


def undecided(found: list[Term]) -> list[Term]:
    """Return the terms that the trigram index does not decide alone: `đ`, and other short ones."""
    return [
        term
        for term in found
        if not _match(term) or (term.accents and len(term.accents) < SHORTEST)
    ]


def _match(term: Term) -> str:
    if len(term.accents) >= SHORTEST:
        return f'accents : "{term.accents}"'
    if len(term.folded) == SHORTEST - 1 and term.folded.isascii():
        longer = " OR ".join(f'"{term.folded}{letter}"' for letter in FOLLOWING)
        return f"words : ({longer})"
    return f'words : "{term.folded}"' if len(term.folded) >= SHORTEST else ""


def trigram_table(model: type[Record]) -> str:
    """Return the name of a kind's trigram index."""
    return f"{model._meta.table_name}_trigram"


def trigram_statements(model: type[Record]) -> list[str]:
    """Return the SQL that makes a kind's trigram index and the triggers that keep it."""
    table, index = model._meta.table_name, trigram_table(model)
    insert = (
        f'INSERT INTO "{index}" (rowid, words, accents) SELECT new.id,'
        " new.search_words || new.search_numbers || ' ', new.search_accents"
        " WHERE new.trashed_at IS NULL;"
    )
    delete = f'DELETE FROM "{index}" WHERE rowid = old.id;'
    watched = ("search_words", "search_accents", "search_numbers", "trashed_at")
    differs = " OR ".join(f"old.{column} IS NOT new.{column}" for column in watched)
    return [
        f"CREATE VIRTUAL TABLE \"{index}\" USING fts5 (words, accents, content='',"
        " contentless_delete=1, tokenize='trigram case_sensitive 1')",
        f'CREATE TRIGGER "{index}_add" AFTER INSERT ON "{table}" BEGIN {insert} END',
        f'CREATE TRIGGER "{index}_edit" AFTER UPDATE OF {", ".join(watched)} ON "{table}"'
        f" WHEN {differs} BEGIN {delete} {insert} END",
        f'CREATE TRIGGER "{index}_erase" AFTER DELETE ON "{table}" BEGIN {delete} END',
    ]
