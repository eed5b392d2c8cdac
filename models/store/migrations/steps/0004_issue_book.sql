CREATE TABLE "print_run" (
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
  "template" TEXT NOT NULL DEFAULT '' CHECK (length("template") BETWEEN 1 AND 300),
  "version" INTEGER CHECK ("version" BETWEEN 0 AND 1000000000000000),
  "body" TEXT NOT NULL DEFAULT '' CHECK (length("body") BETWEEN 0 AND 200000),
  "words_only" TEXT NOT NULL DEFAULT '' CHECK (length("words_only") BETWEEN 0 AND 300),
  "pdf_hash" TEXT NOT NULL DEFAULT '' CHECK (length("pdf_hash") BETWEEN 1 AND 300)
)

CREATE UNIQUE INDEX "print_run_uid" ON "print_run" ("uid")

CREATE INDEX "print_run_by_title" ON "print_run" ("sort_key") WHERE trashed_at IS NULL

CREATE TRIGGER "print_run_frozen" BEFORE UPDATE ON "print_run" WHEN old."template" IS NOT new."template" OR old."version" IS NOT new."version" OR old."body" IS NOT new."body" OR old."words_only" IS NOT new."words_only" OR old."pdf_hash" IS NOT new."pdf_hash" OR old."trashed_at" IS NOT new."trashed_at" BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TRIGGER "print_run_kept" BEFORE DELETE ON "print_run" BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TABLE "issued_paper" (
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
  "label" TEXT NOT NULL DEFAULT '' CHECK (length("label") BETWEEN 1 AND 300),
  "book" TEXT NOT NULL DEFAULT '' CHECK ("book" IN ('Giấy chứng nhận', 'Giấy khen', 'Quyết định', 'Tờ trình', 'Văn bản', 'Thẻ')),
  "year" INTEGER CHECK ("year" BETWEEN 0 AND 1000000000000000),
  "number" INTEGER CHECK ("number" BETWEEN 0 AND 1000000000000000),
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" IN ('Giữ chỗ', 'Đã cấp', 'Đã hủy')),
  "receiver" TEXT NOT NULL DEFAULT '' CHECK (length("receiver") BETWEEN 1 AND 300),
  "birth" TEXT NOT NULL DEFAULT '' CHECK (length("birth") BETWEEN 0 AND 300),
  "unit" TEXT NOT NULL DEFAULT '' CHECK (length("unit") BETWEEN 0 AND 300),
  "subject" TEXT NOT NULL DEFAULT '' CHECK (length("subject") BETWEEN 0 AND 300),
  "result" TEXT NOT NULL DEFAULT '' CHECK (length("result") BETWEEN 0 AND 300),
  "serial" TEXT NOT NULL DEFAULT '' CHECK (length("serial") BETWEEN 0 AND 100),
  "issued_on" TEXT CHECK (length("issued_on") = 10) CHECK ("issued_on" BETWEEN '1900' AND '2101'),
  "signer" TEXT NOT NULL DEFAULT '' CHECK (length("signer") BETWEEN 0 AND 300),
  "person_id" INTEGER,
  "origin" TEXT NOT NULL DEFAULT '' CHECK (length("origin") BETWEEN 0 AND 300),
  "printed_on" TEXT CHECK (length("printed_on") = 10) CHECK ("printed_on" BETWEEN '1900' AND '2101'),
  "reprints" INTEGER CHECK ("reprints" BETWEEN 0 AND 1000000000000000),
  "handed_to" TEXT NOT NULL DEFAULT '' CHECK (length("handed_to") BETWEEN 0 AND 300),
  "handed_on" TEXT CHECK (length("handed_on") = 10) CHECK ("handed_on" BETWEEN '1900' AND '2101'),
  "void_reason" TEXT NOT NULL DEFAULT '' CHECK (length("void_reason") BETWEEN 0 AND 300),
  "voided_on" TEXT CHECK (length("voided_on") = 10) CHECK ("voided_on" BETWEEN '1900' AND '2101'),
  "reissue_of_id" INTEGER,
  "receiver_key" TEXT NOT NULL DEFAULT '',
  "unit_key" TEXT NOT NULL DEFAULT '',
  "subject_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("reissue_of_id") REFERENCES "issued_paper" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "issued_paper_uid" ON "issued_paper" ("uid")

CREATE INDEX "issued_paper_by_title" ON "issued_paper" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_book" ON "issued_paper" ("book", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_year" ON "issued_paper" ("year", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_number" ON "issued_paper" ("number", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_state" ON "issued_paper" ("state", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_receiver" ON "issued_paper" ("receiver_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_unit" ON "issued_paper" ("unit_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_subject" ON "issued_paper" ("subject_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_issued_on" ON "issued_paper" ("issued_on", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_by_handed_on" ON "issued_paper" ("handed_on", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_paper_of_person" ON "issued_paper" ("person_id", "trashed_at", "sort_key")

CREATE INDEX "issued_paper_of_reissue_of" ON "issued_paper" ("reissue_of_id", "trashed_at", "sort_key")

CREATE UNIQUE INDEX "issued_paper_numbers" ON "issued_paper" ("book", "year", "number") WHERE trashed_at IS NULL

CREATE TRIGGER "issued_paper_frozen" BEFORE UPDATE ON "issued_paper" WHEN old."state" <> 'Giữ chỗ' AND (old."label" IS NOT new."label" OR old."book" IS NOT new."book" OR old."year" IS NOT new."year" OR old."number" IS NOT new."number" OR old."receiver" IS NOT new."receiver" OR old."birth" IS NOT new."birth" OR old."unit" IS NOT new."unit" OR old."subject" IS NOT new."subject" OR old."result" IS NOT new."result" OR old."serial" IS NOT new."serial" OR old."issued_on" IS NOT new."issued_on" OR old."signer" IS NOT new."signer" OR old."origin" IS NOT new."origin" OR old."reissue_of_id" IS NOT new."reissue_of_id" OR old."trashed_at" IS NOT new."trashed_at") BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TRIGGER "issued_paper_onward" BEFORE UPDATE OF "state" ON "issued_paper" WHEN old."state" = 'Đã hủy' AND new."state" <> 'Đã hủy' OR old."state" = 'Đã cấp' AND new."state" = 'Giữ chỗ' BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TRIGGER "issued_paper_gone" BEFORE UPDATE OF "trashed_at" ON "issued_paper" WHEN old.trashed_at IS NOT NULL AND new.trashed_at IS NULL BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TRIGGER "issued_paper_kept" BEFORE DELETE ON "issued_paper" BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TABLE "blank_move" (
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
  "kind" TEXT NOT NULL DEFAULT '' CHECK (length("kind") BETWEEN 1 AND 300),
  "move" TEXT NOT NULL DEFAULT '' CHECK ("move" IN ('Nhập về', 'Đã in', 'Hỏng')),
  "day" TEXT CHECK (length("day") = 10) CHECK ("day" BETWEEN '1900' AND '2101'),
  "sheets" INTEGER CHECK ("sheets" BETWEEN 0 AND 1000000000000000),
  "serials" TEXT NOT NULL DEFAULT '' CHECK (length("serials") BETWEEN 0 AND 300),
  "reason" TEXT NOT NULL DEFAULT '' CHECK (length("reason") BETWEEN 0 AND 300),
  "run_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  FOREIGN KEY ("run_id") REFERENCES "print_run" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "blank_move_uid" ON "blank_move" ("uid")

CREATE INDEX "blank_move_by_title" ON "blank_move" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "blank_move_by_move" ON "blank_move" ("move", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "blank_move_by_day" ON "blank_move" ("day", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "blank_move_by_sheets" ON "blank_move" ("sheets", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "blank_move_of_run" ON "blank_move" ("run_id", "trashed_at", "sort_key")

CREATE TABLE "issued_copy" (
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
  "paper_id" INTEGER NOT NULL,
  "run_id" INTEGER NOT NULL,
  "sheet" INTEGER CHECK ("sheet" BETWEEN 0 AND 1000000000000000),
  "data" TEXT NOT NULL DEFAULT '' CHECK (length("data") BETWEEN 1 AND 200000),
  FOREIGN KEY ("paper_id") REFERENCES "issued_paper" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("run_id") REFERENCES "print_run" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "issued_copy_uid" ON "issued_copy" ("uid")

CREATE INDEX "issued_copy_by_title" ON "issued_copy" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "issued_copy_of_paper" ON "issued_copy" ("paper_id", "trashed_at", "sort_key")

CREATE INDEX "issued_copy_of_run" ON "issued_copy" ("run_id", "trashed_at", "sort_key")

CREATE TRIGGER "issued_copy_frozen" BEFORE UPDATE ON "issued_copy" WHEN old."paper_id" IS NOT new."paper_id" OR old."run_id" IS NOT new."run_id" OR old."sheet" IS NOT new."sheet" OR old."data" IS NOT new."data" BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TRIGGER "issued_copy_kept" BEFORE DELETE ON "issued_copy" BEGIN SELECT RAISE(ABORT, 'issued papers do not change'); END

CREATE TABLE "paper_template" (
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
  "version" INTEGER CHECK ("version" BETWEEN 0 AND 1000000000000000),
  "body" TEXT NOT NULL DEFAULT '' CHECK (length("body") BETWEEN 1 AND 200000)
)

CREATE UNIQUE INDEX "paper_template_uid" ON "paper_template" ("uid")

CREATE INDEX "paper_template_by_title" ON "paper_template" ("sort_key") WHERE trashed_at IS NULL

CREATE TABLE "content" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "hash" TEXT NOT NULL,
  "data" BLOB NOT NULL
)

CREATE UNIQUE INDEX "content_hash" ON "content" ("hash")

CREATE TRIGGER "content_frozen" BEFORE UPDATE ON "content" BEGIN SELECT RAISE(ABORT, 'contents do not change'); END
