"""Importing workbooks: one plan for the trial run and the run, carried out whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import UserError
from models.exchange.quiet import without_collecting
from models.exchange.reading import STEP, Reading
from models.registers import RECORDS
from models.roles import Right
from models.store.change import change
from models.store.history import last_change_link
from models.store.session import require

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.exchange.plan import Plan
    from models.register import Register

    Progress = Callable[[int, int, str], None]

MANY = 2500
"""So many records are stored at once: a quarter of a second between two looks at the stop."""
WRITING = "Đang ghi vào sổ"


def plan_import(
    paths: Path | Sequence[Path],
    register: Register,
    *,
    progress: Progress | None = None,
    within: int | None = None,
) -> Plan:
    """Read workbooks and say for each row what would become of it; nothing is written.

    Args:
        paths: one or more of .xlsx, .xls, .ods or .csv; they are planned as one.
        register: where the rows go.
        progress: called with done, total and words; may raise Cancelled.
        within: key of the team or class that rows go to whose cells and captions name none.

    Raises:
        AccessError: who works now may not import; doubtful rows would show them whom we know.
        UserError: empty, protected, or no table in it that fits the register.
        WorldError: missing, damaged, or not a workbook.
    """
    reading = reading_of(paths, register, within=within)
    reading.read(progress or _quiet)
    return reading.plan(progress or _quiet)


def reading_of(
    paths: Path | Sequence[Path], register: Register, *, within: int | None = None
) -> Reading:
    """Begin an import whose rows a person will look at; nothing is read yet.

    Raises:
        AccessError: who works now may not import; doubtful rows would show them whom we know.
        UserError: the register takes no rows from files.
    """
    if register.model.BOOKED:
        raise UserError(f"{register.title} chỉ do phần mềm ghi khi in giấy, không nhập từ tệp.")
    require(Right.WRITE)
    files = (paths,) if isinstance(paths, Path) else tuple(paths)
    return Reading(files, register, within=within)


@without_collecting()
def carry_out(plan: Plan, *, progress: Progress | None = None) -> str | None:
    """Do what a plan says as one change that can be undone whole.

    Returns:
        The uid of the change (the batch); nothing where there was nothing to write.

    Raises:
        UserError: the register changed since the plan was made; read the file again.
        Cancelled: stopped; nothing was written.
        WorldError: the disk failed; nothing was written.
    """
    report = progress or _quiet
    total = sum(map(len, plan.new.values())) + len(plan.changed)
    done = 0
    with change(plan.title, kind="import", source=plan.source) as work:
        if last_change_link() != plan.head:
            raise UserError("Sổ đã thay đổi từ lúc đọc tệp. Đọc lại tệp rồi nhập.")
        work.between = lambda: report(total, total, "Đang hoàn tất")
        for model in RECORDS:
            records = plan.new.get(model, [])
            for start in range(0, len(records), MANY):
                report(done, total, WRITING)
                part = records[start : start + MANY]
                work.add_many(part)
                done += len(part)
        for record in plan.changed:
            if done % STEP == 0:
                report(done, total, WRITING)
            work.save(record, by_rules=False)
            done += 1
    return work.uid


def _quiet(_done: int, _total: int, _words: str) -> None:
    return None
