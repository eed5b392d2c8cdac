"""What becomes of two people's seats in one class when they prove to be one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.issuing.given import given_to
from models.registers.trainees import Trainee
from models.rules.passing import present_marks
from models.scores import show_score

if TYPE_CHECKING:
    from models.registers.people import Person


@dataclass(frozen=True, slots=True)
class SharedClass:
    """Two seats of one class that become one.

    Attributes:
        kept: the seat that stays: the one a paper was given for, else the kept person's.
        other: the seat whose facts and attendance it takes over where it has none.
        papers: numbers of both seats' papers; all stay in the issue book as they are.
    """

    kept: Trainee
    other: Trainee
    papers: tuple[str, ...] = ()

    def values(self) -> dict[str, Any]:
        """Return what the kept seat is given, as stored: what it lacks."""
        mine, theirs = self.kept.stored_values(), self.other.stored_values()
        given = {
            fact.name: theirs[fact.name]
            for fact in Trainee.facts()
            if not fact.derived
            and fact.name not in ("person", "training_class", "number")
            and fact.is_empty(getattr(self.kept, fact.name))
            and not fact.is_empty(getattr(self.other, fact.name))
        }
        if self.other.documents and not self.kept.documents:
            given["documents"] = theirs["documents"]
        if lost := self._lost():
            note = f"Khi gộp còn ghi {lost}."
            given["note"] = "\n".join(filter(None, (given.get("note") or mine["note"], note)))
        return given

    def _lost(self) -> str:
        """Results of the other seat that are not the kept one's."""
        lost = []
        if None not in (self.kept.score, self.other.score) and self.kept.score != self.other.score:
            lost.append(f"điểm {show_score(self.other.score)}")
        if self.kept.grade and self.other.grade and self.kept.grade != self.other.grade:
            lost.append(f"xếp loại {self.other.grade}")
        return ", ".join(lost)

    @property
    def words(self) -> str:
        """What happens, for the clerk to read before it does."""
        lost = self._lost()
        told = f"; {lost} chuyển vào ghi chú" if lost else ""
        if len(self.papers) > 1:
            told += f"; giấy số {' và '.join(self.papers)} vẫn ở sổ cấp giấy"
        where = self.kept.training_class.title
        return f"Cả hai cùng học {where}: còn một dòng học viên, điểm danh gộp lại{told}."


def tells_more(mark: str, than: str) -> bool:
    """Whether a mark of a doubled person is the truer one: whoever was seen there was there."""
    return mark in present_marks() and than not in present_marks()


def shared_classes(kept: Person, other: Person) -> list[SharedClass]:
    """Pair the seats of both people in the same classes."""
    mine = {seat.training_class_id: seat for seat in _seats(kept)}
    pairs = []
    for theirs in _seats(other):
        seat = mine.get(theirs.training_class_id)
        if seat is not None:
            given = given_to([seat.uid, theirs.uid])
            stays, goes = (theirs, seat) if [*given] == [theirs.uid] else (seat, theirs)
            pairs.append(SharedClass(stays, goes, tuple(sorted(given.values()))))
    return pairs


def _seats(person: Person) -> list[Trainee]:
    live = (Trainee.person == person.id) & Trainee.trashed_at.is_null()
    return list(Trainee.select().where(live).order_by(Trainee.id))
