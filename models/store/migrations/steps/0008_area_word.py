"""The office says what its residential units are called; those that are added begin with it."""

from __future__ import annotations

from typing import Any


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - the runner is untyped
    """Add the word, and take for it what most of the areas that are there are called."""
    db.execute_sql(
        "ALTER TABLE office ADD COLUMN \"area_kind\" TEXT NOT NULL DEFAULT ''"
        ' CHECK (length("area_kind") BETWEEN 0 AND 300)'
    )
    db.execute_sql(
        "UPDATE office SET area_kind = coalesce((SELECT kind FROM area WHERE kind <> ''"
        " GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1), '')"
    )
