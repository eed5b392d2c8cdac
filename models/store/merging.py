"""Making one person of two: every link is given to the one kept, and can be given back.

The other one goes to the trash as they are, with a note of who they became (`PersonMerge`), so
that their uid keeps meaning somebody. The whole is one change: undo takes it back, and so does
`models.store.undo.take_apart` at any later time.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.facts import Kind, Link
from models.registers import RECORDS
from models.registers.members import Membership
from models.registers.people import NotOnePerson, Person, PersonMerge
from models.registers.trainees import Attendance, Trainee
from models.rules.one_seat import shared_classes, tells_more
from models.rules.one_service import joined, overlaps
from models.store.change import Conflict, change
from models.text import fold, has_accents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from models.record import Record
    from models.rules.one_seat import SharedClass
    from models.store.change import Change


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do beside joining the two people's own fields.

    Attributes:
        moved: how many records of what noun are given to the person kept.
        sentences: what happens where both stood in the same place.
    """

    moved: tuple[tuple[str, int], ...]
    sentences: tuple[str, ...]


def links_to(model: type[Record]) -> Iterator[Link[Any]]:
    """Yield every link of the registers that leads to a kind of record, merges themselves apart."""
    for child in RECORDS:
        if child is not PersonMerge:
            for fact in child.facts():
                if isinstance(fact, Link) and fact.rel_model is model:
                    yield fact


def hanging(person: Person) -> Iterator[tuple[Link[Any], Record]]:
    """Yield the live records that link to a person, with the link."""
    for link in links_to(Person):
        child: Any = link.model
        for record in child.select().where((link == person.id) & child.trashed_at.is_null()):
            yield link, record


def preview(kept: Person, other: Person) -> Preview:
    """Say what merging one person into another would move and join."""
    moved = Counter(
        record.NOUN for _link, record in hanging(other) if not isinstance(record, NotOnePerson)
    )
    mine, theirs = _memberships(kept), _memberships(other)
    told = [pair.words for pair in joined(mine, theirs)]
    told += overlaps(mine, theirs)
    told += [shared.words for shared in shared_classes(kept, other)]
    return Preview(tuple(moved.items()), tuple(told))


def fuller_side(fact: Any, one: Person, other: Person) -> int:  # noqa: ANN401
    """Say whose value of a field should stay: 0 the first person's, 1 the second's.

    The one that tells more: any before none, a whole date before a year, a text with accents
    before the same without; else the later edited.
    """
    mine, theirs = getattr(one, fact.name), getattr(other, fact.name)
    if mine == theirs or _tells_nothing(fact, theirs):
        return 0
    if _tells_nothing(fact, mine):
        return 1
    if fact.kind is Kind.PARTIAL_DATE and len(mine.iso) != len(theirs.iso):
        return int(len(theirs.iso) > len(mine.iso))
    if isinstance(mine, str) and fold(mine) == fold(theirs):
        return int(has_accents(theirs) and not has_accents(mine))
    return int(other.updated_at > one.updated_at)


def kept_side(one: Person, other: Person) -> int:
    """Say which of two people should be kept: who more hangs on, then who was there first."""
    counts = [sum(1 for _ in hanging(person)) for person in (one, other)]
    return int((-counts[1], other.id) < (-counts[0], one.id))


def merge(kept: Person, other: Person, values: Mapping[str, Any]) -> PersonMerge:
    """Make one person of two, in one change.

    Args:
        kept: as read when the two were compared; stays, with its uid.
        other: as read then; goes to the trash.
        values: field name to value, of the fields that the kept person gets from the other.

    Raises:
        UserError: they are one person already, or a value cannot be stored.
        Conflict: one of them was changed meanwhile.
    """
    if kept.id == other.id:
        raise UserError("Chọn hai người khác nhau để gộp.")
    snapshot = json.dumps(other.stored_values(), ensure_ascii=False)
    for name, value in values.items():
        setattr(kept, name, value)
    with change(f"Gộp {other.full_name} vào {kept.full_name}", kind="merge") as work:
        _refuse_stale(other)
        work.save(kept)
        pairs = joined(_memberships(kept), _memberships(other))
        seats = shared_classes(kept, other)
        _give_links(work, Person, other.id, kept.id)
        for pair in pairs:
            _join(work, pair.kept, pair.other, pair.values())
        for shared in seats:
            _join_seats(work, shared)
        _forget_pair(work, kept)
        work.trash(other, f"Gộp vào {kept.full_name}")
        record = PersonMerge(merged=other, kept=kept, snapshot=snapshot)
        work.save(record)
    return record


def _refuse_stale(person: Person) -> None:
    theirs = Person.get_by_id(person.id)
    if theirs.trashed_at is not None:
        raise UserError(f"{person.full_name} đã bị xóa hoặc đã gộp. Xem lại danh sách.")
    if theirs.revision != person.revision:
        raise Conflict(person, theirs)


def _give_links(work: Change, model: type[Record], source: int, target: int) -> None:
    """Let everything that links to one record link to another, what lies in the trash included."""
    for link in links_to(model):
        child: Any = link.model
        for record in list(child.select().where(link == source)):
            work.set_values(record, {link.name: target})


def _join(work: Change, kept: Membership, other: Membership, values: dict[str, Any]) -> None:
    if values:
        work.set_values(Membership.get_by_id(kept.id), values)
    _give_links(work, Membership, other.id, kept.id)
    work.trash(other, "Gộp hai dòng thành viên của một người")


def _join_seats(work: Change, shared: SharedClass) -> None:
    """Let one seat hold what both held; a sitting marked in both keeps the mark that tells more."""
    kept, other = shared.kept, shared.other
    if values := shared.values():
        work.set_values(Trainee.get_by_id(kept.id), values)
    mine = {one.session_id: one for one in _attendance(kept)}
    for theirs in _attendance(other):
        own = mine.get(theirs.session_id)
        if own is None:
            work.set_values(theirs, {"trainee": kept.id})
        elif tells_more(theirs.mark, own.mark):
            work.set_values(own, {"mark": theirs.mark})
    work.trash(other, "Gộp hai dòng học viên của một người")


def _attendance(seat: Trainee) -> list[Attendance]:
    live = (Attendance.trainee == seat.id) & Attendance.trashed_at.is_null()
    return list(Attendance.select().where(live).order_by(Attendance.id))


def _forget_pair(work: Change, person: Person) -> None:
    """Take away a note that says of one person that they are not themselves."""
    itself = (NotOnePerson.first == person.id) & (NotOnePerson.second == person.id)
    for pair in list(NotOnePerson.select().where(itself & NotOnePerson.trashed_at.is_null())):
        work.trash(pair)


def _memberships(person: Person) -> list[Membership]:
    live = (Membership.person == person.id) & Membership.trashed_at.is_null()
    return list(Membership.select().where(live).order_by(Membership.id))


def _tells_nothing(fact: Any, value: Any) -> bool:  # noqa: ANN401
    return fact.is_empty(value) or value is False
