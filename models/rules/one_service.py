"""What becomes of two people's times in one team when they prove to be one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.registers.members import Membership

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Joined:
    """Two present memberships of one team that become one.

    Attributes:
        kept: the row that stays.
        other: the row whose facts it takes over where it has none.
    """

    kept: Membership
    other: Membership

    def values(self) -> dict[str, Any]:
        """Return what the kept row is given, as stored: what it lacks, the earlier beginning."""
        mine, theirs = self.kept.stored_values(), self.other.stored_values()
        given = {
            fact.name: theirs[fact.name]
            for fact in Membership.facts()
            if fact.name not in ("person", "team")
            and fact.is_empty(mine[fact.name])
            and not fact.is_empty(theirs[fact.name])
        }
        if self._began_earlier():
            given["joined"] = theirs["joined"]
        if self.other.role and self.kept.role and self.other.role != self.kept.role:
            note = f"Khi gộp còn ghi chức danh {self.other.role.lower()}."
            given["note"] = "\n".join(filter(None, (given.get("note") or mine["note"], note)))
        return given

    def _began_earlier(self) -> bool:
        mine, theirs = self.kept.joined, self.other.joined
        return theirs is not None and (mine is None or theirs.first < mine.first)

    @property
    def words(self) -> str:
        """What happens, for the clerk to read before it does."""
        lost = ""
        if self.other.role and self.kept.role and self.other.role != self.kept.role:
            lost = f", chức danh {self.kept.role.lower()}"
        return f"Hai người cùng đang ở {self.kept.team.name}: còn một dòng thành viên{lost}."


def joined(kept: Sequence[Membership], others: Sequence[Membership]) -> list[Joined]:
    """Pair the present memberships of both people in the same team."""
    present = {mine.team_id: mine for mine in kept if mine.left is None}
    return [
        Joined(present[other.team_id], other)
        for other in others
        if other.left is None and other.team_id in present
    ]


def overlaps(kept: Sequence[Membership], others: Sequence[Membership]) -> Iterator[str]:
    """Say where both people's times in one team overlap although not both last: both rows stay."""
    for mine in kept:
        for other in others:
            both_last = mine.left is None and other.left is None
            if mine.team_id == other.team_id and not both_last and _overlap(mine, other):
                where = mine.team.name
                yield f"Hai lần ở {where} trùng thời gian: giữ cả hai, xem lại sau khi gộp."


def _overlap(one: Membership, other: Membership) -> bool:
    if one.joined is None or other.joined is None:
        return False
    starts = max(one.joined.first, other.joined.first)
    ends = [member.left.last for member in (one, other) if member.left is not None]
    return all(starts < end for end in ends)
