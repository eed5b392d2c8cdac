"""The register's records that rows may mean: by their identity, by title, or by what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from models.exchange.linked import LINKABLE
from models.exchange.meanings import UID
from models.registers.activities import Activity
from models.registers.classes import TrainingClass
from models.registers.members import Membership
from models.registers.people import Person
from models.registers.reviews import Review
from models.registers.same_people import uids_now
from models.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.exchange.draft import Draft
    from models.exchange.filling import Undoing
    from models.exchange.known_people import KnownPeople
    from models.exchange.linked import Linked
    from models.exchange.plan import PlannedRow

    Progress = Callable[[int, int, str], None]

CHUNK: Final = 500
SEEKING: Final = "Đang tìm trong sổ"
WHOLE_YEAR: Final = "Cả năm"
"""What a review of no part of the year is of."""
NATURAL: Final[dict[Any, tuple[str, ...]]] = {
    Review: ("team", "scheme", "member", "year", "part"),
    Activity: ("day", "content", "team", "scheme", "area"),
    Membership: ("person", "team", "left"),
    TrainingClass: ("name", "started"),
}
"""What tells records apart that no title does."""


class KnownRecords:
    """Records of one kind, those of the plan included; each stored one is one object here."""

    def __init__(self, model: Any, linked: Linked, people: KnownPeople, undoing: Undoing) -> None:  # noqa: ANN401
        self._model = model
        self._linked = linked
        self._people = people
        self._undoing = undoing
        self._by_uid: dict[str, Any] = {}
        self._by_key: dict[tuple[object, ...], Any] = {}

    def read(self, drafts: list[Draft], report: Progress) -> None:
        """Read from the register whatever the rows may mean."""
        uids = [draft.values[UID] for draft in drafts if UID in draft.values]
        for start in range(0, len(uids), CHUNK):
            report(start, len(uids), SEEKING)
            part = uids[start : start + CHUNK]
            now = uids_now(part) if self._model is Person else {}
            query = self._model.select().where(self._model.uid.in_([*part, *now.values()]))
            for record in query.where(self._model.trashed_at.is_null()):
                self._by_uid[record.uid] = self._met(record)
            met = self._by_uid
            met.update({uid: met[new] for uid, new in now.items() if new in met})
        if self._model in NATURAL and self._model is not Membership:
            for record in self._model.select().where(self._model.trashed_at.is_null()):
                known = self._by_uid.get(record.uid, record)
                self._by_key.setdefault(natural_key(known), known)
            report(1, 1, SEEKING)

    def _met(self, record: Any) -> Any:  # noqa: ANN401
        """Return the one object in memory that stands for a stored record."""
        if self._model is Person:
            return self._people.with_keys([record.id])[record.id]
        if self._model in LINKABLE:
            same = self._linked.titled(self._model, record.title)
            return next((other for other in same if other.id == record.id), record)
        return record

    def of_identity(self, draft: Draft) -> Any:  # noqa: ANN401
        """Return the record whose identity the row carries, or nothing."""
        return self._by_uid.get(draft.values.get(UID, ""))

    def like(self, wanted: Any) -> Any:  # noqa: ANN401
        """Return the record that one read from a row means, or nothing.

        Raises:
            Ambiguous: several teams of that name, and nothing tells which.
        """
        if self._model in LINKABLE:
            return self._linked.like(wanted)
        return self._by_key.get(natural_key(wanted))

    def add(self, record: Any, row: PlannedRow) -> None:  # noqa: ANN401
        """Count a new record of the plan among the known, as the row tells of it."""
        if self._model is Person:
            self._people.add(record, row)
        if self._model not in NATURAL or self._model is Membership:
            return
        key = natural_key(record)
        if key not in self._by_key:
            self._by_key[key] = record
            self._undoing.note(lambda: self._by_key.pop(key))


def natural_key(record: Any) -> tuple[object, ...]:  # noqa: ANN401
    """Return what tells two records of a kind apart, as people see it."""
    return tuple(part_of_key(record, name) for name in NATURAL[type(record)])


def part_of_key(record: Any, name: str) -> object:  # noqa: ANN401
    """Return one part of a natural key; a planned record stands for itself until it has a key."""
    linked = record.__rel__.get(name)
    if linked is not None:
        return linked.id or ("planned", id(linked))
    value = record.__data__.get(name)
    if name == "part":
        return value or WHOLE_YEAR
    return fold(value) if name in ("content", "name") else value
