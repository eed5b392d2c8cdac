CREATE TABLE "backup_entry" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "user" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "stick" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "records" INTEGER NOT NULL,
  "result" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "seen_at" TEXT,
  "drilled_at" TEXT
)

CREATE UNIQUE INDEX "backup_entry_uid" ON "backup_entry" ("uid")

CREATE INDEX "backup_entry_at" ON "backup_entry" ("at")
