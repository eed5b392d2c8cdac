DROP TABLE "not_same"

CREATE INDEX "person_trashed" ON "person" ("trashed_at") WHERE NOT trashed_at IS NULL

CREATE INDEX "membership_trashed" ON "membership" ("trashed_at") WHERE NOT trashed_at IS NULL

CREATE TABLE "person_merge" (
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
  "merged_id" INTEGER,
  "kept_id" INTEGER,
  "snapshot" TEXT NOT NULL DEFAULT '' CHECK (length("snapshot") BETWEEN 0 AND 200000),
  FOREIGN KEY ("merged_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("kept_id") REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "person_merge_uid" ON "person_merge" ("uid")

CREATE INDEX "person_merge_by_title" ON "person_merge" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_merge_of_merged" ON "person_merge" ("merged_id", "trashed_at", "sort_key")

CREATE INDEX "person_merge_of_kept" ON "person_merge" ("kept_id", "trashed_at", "sort_key")

CREATE TABLE "not_one_person" (
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
  "first_id" INTEGER,
  "second_id" INTEGER,
  FOREIGN KEY ("first_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("second_id") REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "not_one_person_uid" ON "not_one_person" ("uid")

CREATE INDEX "not_one_person_by_title" ON "not_one_person" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "not_one_person_of_first" ON "not_one_person" ("first_id", "trashed_at", "sort_key")

CREATE INDEX "not_one_person_of_second" ON "not_one_person" ("second_id", "trashed_at", "sort_key")

CREATE INDEX "person_namesakes" ON "person" (rtrim(search_words, ' 0123456789'), substr(birth_date, 1, 4), area_id) WHERE trashed_at IS NULL AND birth_date IS NOT NULL

CREATE INDEX "person_old_ids" ON "person" (old_id) WHERE trashed_at IS NULL AND old_id <> ''
