"""People can be merged and told apart; what was deleted is listed by its day."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - the runner is untyped
    """Make the two tables and the indexes; pairs by uid were never written."""
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in script.strip().split("\n\n"):
        db.execute_sql(statement)
