"""The people who work with the register have a rank and a post."""

from __future__ import annotations

from typing import Any


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - the runner is untyped
    """Add both, empty; whoever runs the register fills them in."""
    for name in ("rank", "post"):
        db.execute_sql(
            f"ALTER TABLE user_account ADD COLUMN \"{name}\" TEXT NOT NULL DEFAULT ''"
            f' CHECK (length("{name}") BETWEEN 0 AND 300)'
        )
