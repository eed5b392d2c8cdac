"""How many blank sheets of each kind the office has left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from models import clock
from models.errors import UserError
from models.registers.blanks import IN, SPOILT, USED, BlankMove
from models.roles import Right
from models.store.change import change
from models.store.session import require

if TYPE_CHECKING:
    from models.registers.issued import PrintRun
    from models.store.change import Change


def left() -> dict[str, int]:
    """Return the sheets left of every kind that ever came in; below zero where too few did."""
    counts: Counter[str] = Counter()
    held: set[str] = set()
    fields = (BlankMove.kind, BlankMove.move, BlankMove.sheets)
    moves: Any = BlankMove.select(*fields).where(BlankMove.trashed_at.is_null()).tuples()
    for kind, move, sheets in moves:
        counts[kind] += sheets if move == IN else -sheets
        if move == IN:
            held.add(kind)
    return {kind: counts[kind] for kind in sorted(held)}


def note_used(work: Change, run: PrintRun, sheets: int) -> None:
    """Count sheets off the stock, where a run is printed on blanks."""
    if run.words_only:
        work.save(_move(run, USED, sheets, "Đã in đúng"))


def spoil(run: PrintRun, sheets: int, reason: str = "") -> None:
    """Book spoilt sheets; the numbers that stood on them stay with their papers.

    Raises:
        UserError: no sheet.
    """
    require(Right.ISSUE)
    if sheets < 1:
        raise UserError(f"Số tờ hỏng phải từ 1 trở lên: {sheets}.", "sheets", str(sheets))
    with change(f"Ghi {sheets} tờ hỏng: {run.name}", kind="event") as work:
        work.save(_move(run, SPOILT, sheets, reason or "In hỏng"))


def _move(run: PrintRun, move: str, sheets: int, reason: str) -> BlankMove:
    return BlankMove(
        kind=run.words_only or "Giấy trắng",
        move=move,
        day=clock.today(),
        sheets=sheets,
        reason=reason,
        run=run,
    )
