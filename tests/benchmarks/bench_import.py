"""Importing 50,000 members into a register with nothing in it, and the same workbook again."""

from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

from models.exchange.importing import carry_out, plan_import
from models.registers.members import MEMBERS
from models.store import migrations
from models.store.database import close_database, create_database
from models.store.session import set_user
from tests.benchmarks.bench_people import KEY
from tests.benchmarks.measure import milliseconds, resident, say
from tests.benchmarks.workbooks import write_members

GOAL = 10.0


def run(folder: Path, rows: int = 50_000, *, profile: bool = False) -> str:
    """Measure plan and run of an import; return a table.

    Args:
        folder: where workbook and register are put.
        rows: length of the workbook.
        profile: whether the slowest functions are printed too.
    """
    folder.mkdir(parents=True, exist_ok=True)
    workbook, register = folder / f"members-{rows}.xlsx", folder / "import.db"
    if not workbook.exists():
        write_members(workbook, rows)
    _remove(register)
    create_database(register, KEY)
    migrations.upgrade()
    set_user("An")
    try:
        profiler = cProfile.Profile() if profile else None
        if profiler:
            profiler.enable()
        lines = _measured(workbook, rows)
        if profiler:
            profiler.disable()
            pstats.Stats(profiler).sort_stats("cumtime").print_stats(50)
        return lines
    finally:
        close_database()
        _remove(register)


def _measured(workbook: Path, rows: int) -> str:
    before = resident()
    plans = []
    planned = milliseconds(lambda: plans.append(plan_import(workbook, MEMBERS))) / 1000
    counts = plans[0].counts()
    say(f"plan: {counts}")
    written = milliseconds(lambda: carry_out(plans.pop())) / 1000
    memory = resident() - before
    again = milliseconds(lambda: plans.append(plan_import(workbook, MEMBERS))) / 1000
    say(f"plan of the same again: {plans[0].counts()}")
    missed = " **missed**" if planned + written > GOAL else ""
    return "\n".join(
        (
            f"| import of {rows:,} members | s | goal |",
            "|---|---|---|",
            f"| read, checked, planned | {planned:.1f} | |",
            f"| written with history | {written:.1f} | |",
            f"| both | {planned + written:.1f} | ≤ {GOAL:g}{missed} |",
            f"| same workbook planned again | {again:.1f} | |",
            f"| memory over idle, MB | {memory:.0f} | |",
        )
    )


def _remove(register: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{register}{suffix}").unlink(missing_ok=True)
