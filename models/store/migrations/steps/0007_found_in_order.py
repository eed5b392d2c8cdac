"""People and members get their search text in the order by title, for searches of common words."""

from __future__ import annotations

from typing import Any


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - the runner is untyped
    """Make the indexes."""
    for table in ("person", "membership"):
        db.execute_sql(
            f'CREATE INDEX "{table}_find" ON "{table}" ("sort_key", "id", "search_words")'
            " WHERE trashed_at IS NULL"
        )
