"""The people who work with the register; old ids are searched for only among the numbers."""

from __future__ import annotations

from typing import Any

TABLE = """
CREATE TABLE "user_account" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "trashed_at" TEXT,
  "trashed_why" TEXT NOT NULL,
  "sort_key" TEXT NOT NULL DEFAULT '',
  "search_words" TEXT NOT NULL,
  "search_accents" TEXT NOT NULL,
  "search_numbers" TEXT NOT NULL,
  "name" TEXT NOT NULL DEFAULT '' CHECK (length("name") BETWEEN 1 AND 300),
  "role" TEXT NOT NULL DEFAULT '' CHECK ("role" IN ('Quản trị', 'Cán bộ', 'Lãnh đạo xem', 'Chỉ xem')),
  "must_change" INTEGER NOT NULL DEFAULT 0 CHECK ("must_change" IN (0, 1)),
  "disabled" INTEGER NOT NULL DEFAULT 0 CHECK ("disabled" IN (0, 1))
)
"""


OLD_IDS = (
    """
UPDATE person SET
  search_words = replace(search_words || ' ', ' ' || lower(old_id) || ' ', ''),
  search_accents = replace(search_accents || ' ', ' ' || lower(old_id) || ' ', ''),
  search_numbers = CASE citizen_id WHEN '' THEN '' ELSE ' ' || citizen_id END
    || ' ' || lower(replace(old_id, ' ', ''))
    || CASE phone WHEN '' THEN '' ELSE ' ' || phone END
WHERE old_id <> ''
""",
    """
UPDATE membership SET
  search_words = replace(membership.search_words, ' ' || lower(person.old_id) || ' ', ' '),
  search_accents = replace(membership.search_accents, ' ' || lower(person.old_id) || ' ', ' '),
  search_numbers = person.search_numbers
FROM person WHERE person.id = membership.person_id AND person.old_id <> ''
""",
)
"""They stood last among the words of a person, and between name and team among a member's."""


def up(_migrator: Any, db: Any) -> None:  # noqa: ANN401 - the runner is untyped
    """Make their table; move the old ids."""
    db.execute_sql(TABLE)
    db.execute_sql('CREATE UNIQUE INDEX "user_account_uid" ON "user_account" ("uid")')
    db.execute_sql(
        'CREATE INDEX "user_account_by_title" ON "user_account" ("sort_key") WHERE trashed_at IS NULL'
    )
    for statement in OLD_IDS:
        db.execute_sql(statement)
