"""Erasing what lies in the trash of the open register, handed to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.roles import Right
from models.store import erasing, retention
from models.store.session import may
from ui.desk.trash import records_of
from ui.source.erasing import ErasePlan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.record import Record
    from ui.source.backups import Progress

LATER = "Tệp sổ chưa dọn được ngay, phần mềm dọn nốt khi đóng sổ."


class OfficeErasing:
    """Does each act through the store, which refuses what the role may not."""

    years: Sequence[int] = retention.CHOICES

    @property
    def may_erase(self) -> bool:
        """Tell whether who works now runs the register."""
        return may(Right.ERASE)

    def plan(self, identities: Sequence[int]) -> ErasePlan:
        """Return what would go along with some, by their keys in the trash."""
        going = erasing.plan(_there(identities))
        papers = [f"{one.label} ({one.book.lower()})" for one in going.papers]
        return ErasePlan([one.title for one in going.chosen], len(going.along), papers)

    def erase(self, identities: Sequence[int], why: str, tell: Progress) -> str:
        """Erase them; tell what was done."""
        going = erasing.erase(_there(identities), why, tell)
        done = f"Đã xóa hẳn {len(going.records)} mục."
        return done if going.swept else f"{done} {LATER}"

    def kept_for(self) -> int:
        """Return how many years deleted records are kept."""
        return retention.years()

    def keep_for(self, years: int) -> str:
        """Keep them for so many years; tell what was done."""
        retention.set_years(years)
        return f"Mục đã xóa giữ ít nhất {years} năm rồi mới xóa hẳn được."


def _there(identities: Sequence[int]) -> list[Record]:
    found = [one for one in records_of(identities) if one.trashed_at is not None]
    if not found:
        raise UserError("Những mục này không còn trong Thùng rác.")
    return found
