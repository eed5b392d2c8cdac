"""Rows that an import left out, written back to a workbook with the reason beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.exchange.export import workbook
from models.store.folder import replace_file
from models.store.world import world

if TYPE_CHECKING:
    from pathlib import Path

    from models.exchange.plan import Plan

REASON = "Lý do chưa nhập"


def write_left_out(plan: Plan, path: Path) -> int:
    """Write the doubtful and wrong rows as they stood, to be mended and imported again.

    Returns:
        How many rows; no file is written for none.

    Raises:
        WorldError: the disk failed.
    """
    rows = plan.left_out()
    if not rows:
        return 0
    headings = list(dict.fromkeys(heading for row in rows for heading in row.texts))
    lines = (
        [
            *(row.texts.get(heading, "") for heading in headings),
            "; ".join(_reason(problem.column, problem.message) for problem in row.problems),
            f"{row.sheet}, dòng {row.number}",
        ]
        for row in rows
    )
    content = workbook(plan.register.title, [*headings, REASON, "Dòng trong tệp"], lines)
    with world("ghi tệp Excel"):
        replace_file(path, content)
    return len(rows)


def _reason(column: str, message: str) -> str:
    return f"Cột {column}: {message}" if column else message
