"""How long what was deleted is kept before it may be erased: years, which the office sets.

Luật Lưu trữ 33/2024/QH15 leaves the terms to circulars; those of TT 10/2022/TT-BNV could not be
verified, so no register of ours is bound to one of them: five years are a careful beginning, and
the office puts in what its own archive rules say.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from models.errors import UserError
from models.roles import Right
from models.store import journal, settings
from models.store.session import require

if TYPE_CHECKING:
    from models.record import Record

SETTING: Final = "trash.years"
CHOICES: Final = (1, 2, 5, 10, 20)
USUAL: Final = 5


def years() -> int:
    """Return how many years a deleted record is kept."""
    text = settings.get(SETTING)
    return int(text) if text.isdecimal() and int(text) in CHOICES else USUAL


def set_years(number: int) -> None:
    """Keep what is deleted for so many years from now on; told in the history.

    Raises:
        AccessError: who works now may not erase.
        UserError: not one of `CHOICES`.
        WorldError: the disk failed.
    """
    require(Right.ERASE)
    if number not in CHOICES:
        offered = ", ".join(map(str, CHOICES))
        raise UserError(f"Thời hạn {number} năm không có. Chọn: {offered}.", "years", str(number))
    journal.tell(journal.Act.RETENTION, f"Giữ mục đã xóa {number} năm")
    settings.put(SETTING, str(number))


def may_go_on(record: Record) -> date:
    """Return the first day on which a deleted record may be erased."""
    assert record.trashed_at is not None
    gone = datetime.fromisoformat(record.trashed_at).astimezone().date()
    last = gone.year + years()
    try:
        return gone.replace(year=last)
    except ValueError:  # of 29 February
        return date(last, 3, 1)
