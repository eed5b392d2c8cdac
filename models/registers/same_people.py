"""Who a merged person is now: keys and uids given out before a merge keep meaning somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.registers.people import Person, PersonMerge

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.record import Record


def heir(key: int) -> int:
    """Return the key of the person whom a person was merged into, last of all; else their own."""
    seen = {key}
    while (into := _kept(key)) is not None and into not in seen:
        key = into
        seen.add(key)
    return key


def merges_into(key: int) -> list[PersonMerge]:
    """Return the standing merges whose merged person is this person now, newest first."""
    found: list[PersonMerge] = []
    waiting = [key]
    while waiting:
        into = waiting.pop()
        merges = list(_standing(PersonMerge.kept == into))
        found += merges
        waiting += [merge.merged_id for merge in merges if merge.merged_id is not None]
    return sorted(found, key=lambda merge: merge.id, reverse=True)


def uids_now(uids: Collection[str]) -> dict[str, str]:
    """Return the uids of merged people among some, with the uid of who they are now."""
    merged = Person.select(Person.id, Person.uid).where(
        Person.uid.in_(list(uids)) & Person.trashed_at.is_null(False)
    )
    rows: Any = merged.tuples()
    return {uid: Person.get_by_id(heir(key)).uid for key, uid in rows}


def uid_now(model: type[Record], uid: str) -> str:
    """Return the uid under which a record stands today; only people are ever merged."""
    return uids_now([uid]).get(uid, uid) if model is Person else uid


def _kept(key: int) -> int | None:
    merge = _standing(PersonMerge.merged == key).first()
    return merge.kept_id if merge is not None else None


def _standing(wanted: object) -> Any:  # noqa: ANN401 - a select of merges
    return PersonMerge.select().where(wanted, PersonMerge.trashed_at.is_null())
