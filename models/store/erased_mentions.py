"""Names of erased people where no row of theirs leads: acts, names of files, reasons, drafts.

Whether such a name means them can only be told from the name. So one that somebody else still has
is left, and so is one that may be part of a longer name. What clerks wrote in notes of other
records is those records' own content, and stays.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from models.registers import RECORDS
from models.registers.people import Person
from models.store import journal
from models.store.erased_names import ErasedNames
from models.store.tables import Draft, HistoryChange, HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.record import Record
    from models.store.emptying import Emptying


def forget(emptying: Emptying, going: Collection[Record]) -> None:
    """Take them out, in the open transaction.

    Args:
        emptying: told which rows of the history were changed.
        going: the records, still in the file.
    """
    names = _meaning_them(emptying.people, {one.id for one in going if isinstance(one, Person)})
    if not names:
        return
    strict, loose = ErasedNames(names), ErasedNames(names, loose=True)
    files = _files(emptying, loose)
    _acts(emptying, strict, loose, files)
    _reasons(strict, files)
    _drafts(strict)


def _meaning_them(names: Collection[str], going: Collection[int]) -> list[str]:
    """Return the names of two words and more that nobody has who stays."""
    return [
        name
        for name in sorted(names)
        if " " in name
        and not Person.select()
        .where((Person.sort_key == Person.key_of_title(name)) & Person.id.not_in(going))
        .exists()
    ]


def _files(emptying: Emptying, loose: ErasedNames) -> dict[str, str]:
    """Rename the workbooks that imports came from; return the old names with the new ones."""
    files: dict[str, str] = {}
    for change in list(HistoryChange.select().where(HistoryChange.source != "")):
        if (source := loose.out_of(change.source)) != change.source:
            files[change.source] = source
    for old, new in files.items():
        for change in list(HistoryChange.select().where(HistoryChange.title.contains(old))):
            source = new if change.source == old else change.source
            emptying.reword(change, change.title.replace(old, new), source)
    return files


def _acts(
    emptying: Emptying, strict: ErasedNames, loose: ErasedNames, files: dict[str, str]
) -> None:
    """Take the names out of what was printed and exported."""
    told = (HistoryEntry.table == journal.TABLE) & HistoryEntry.action.in_(
        (journal.Act.PRINT, journal.Act.EXPORT)
    )
    for entry in list(HistoryEntry.select().where(told)):
        words = strict.out_of(_renamed(entry.subject, files), alone=True)
        if entry.action == journal.Act.EXPORT:
            words = loose.out_of(words)
        if words != entry.subject:
            emptying.write(entry.id, subject=words)
            emptying.reword(entry.change, words, entry.change.source)


def _reasons(strict: ErasedNames, files: dict[str, str]) -> None:
    """Take the names out of the reasons for which other records were deleted."""
    for model in RECORDS:
        if model.BOOKED:
            continue
        given: Any = model.select(model.id, model.trashed_why).where(model.trashed_why != "")
        for key, why in list(given.tuples()):
            words = strict.out_of(_renamed(why, files), alone=True)
            if words != why:
                model.update(trashed_why=words).where(model.id == key).execute()


def _drafts(strict: ErasedNames) -> None:
    """Empty what drafts of other records say of them, and leave the rest as it was typed."""
    for draft in list(Draft.select()):
        texts = json.loads(draft.texts)
        kept = _emptied(texts, strict)
        if kept != texts:
            words = json.dumps(kept, ensure_ascii=False)
            Draft.update(texts=words).where(Draft.id == draft.id).execute()


def _emptied(typed: Any, strict: ErasedNames) -> Any:  # noqa: ANN401 - what JSON holds
    """Empty the texts that hold a name; a grid's rows are JSON inside one of the texts."""
    if isinstance(typed, dict):
        return {name: _emptied(one, strict) for name, one in typed.items()}
    if isinstance(typed, list):
        return [_emptied(one, strict) for one in typed]
    if not isinstance(typed, str):
        return typed
    if typed[:1] in ("[", "{"):
        with suppress(ValueError):
            return json.dumps(_emptied(json.loads(typed), strict))
    return "" if strict.stand_in(typed) else typed


def _renamed(text: str, files: dict[str, str]) -> str:
    for old, new in files.items():
        text = text.replace(old, new)
    return text
