"""Training classes: their sessions and subjects, trainees and attendance."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - the runner is untyped
    """Make the tables and their indexes."""
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.strip().split("\n\n"):
        db.execute_sql(statement)
