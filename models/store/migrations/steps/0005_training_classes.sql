CREATE TABLE "training_class" (
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
  "code" TEXT NOT NULL DEFAULT '' CHECK (length("code") BETWEEN 0 AND 300),
  "kind" TEXT NOT NULL DEFAULT '' CHECK (length("kind") BETWEEN 0 AND 300),
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" IN ('', 'Dự kiến', 'Đang mở', 'Đã bế giảng', 'Chờ in giấy', 'Đã cấp giấy', 'Hủy')),
  "way" TEXT NOT NULL DEFAULT '' CHECK ("way" IN ('', 'Trực tiếp', 'Trực tuyến')),
  "started" TEXT CHECK (length("started") IN (4, 7, 10)) CHECK ("started" BETWEEN '1900' AND '2101'),
  "ended" TEXT CHECK (length("ended") IN (4, 7, 10)) CHECK ("ended" BETWEEN '1900' AND '2101'),
  "periods" INTEGER CHECK ("periods" BETWEEN 0 AND 1000000000000000),
  "place" TEXT NOT NULL DEFAULT '' CHECK (length("place") BETWEEN 0 AND 300),
  "organiser" TEXT NOT NULL DEFAULT '' CHECK (length("organiser") BETWEEN 0 AND 300),
  "partner" TEXT NOT NULL DEFAULT '' CHECK (length("partner") BETWEEN 0 AND 300),
  "issuer" TEXT NOT NULL DEFAULT '' CHECK (length("issuer") BETWEEN 0 AND 300),
  "board" TEXT NOT NULL DEFAULT '' CHECK (length("board") BETWEEN 0 AND 300),
  "head_teacher" TEXT NOT NULL DEFAULT '' CHECK (length("head_teacher") BETWEEN 0 AND 300),
  "plan_number" TEXT NOT NULL DEFAULT '' CHECK (length("plan_number") BETWEEN 0 AND 100),
  "plan_date" TEXT CHECK (length("plan_date") IN (4, 7, 10)) CHECK ("plan_date" BETWEEN '1900' AND '2101'),
  "decision_number" TEXT NOT NULL DEFAULT '' CHECK (length("decision_number") BETWEEN 0 AND 100),
  "decision_date" TEXT CHECK (length("decision_date") IN (4, 7, 10)) CHECK ("decision_date" BETWEEN '1900' AND '2101'),
  "target" INTEGER CHECK ("target" BETWEEN 0 AND 1000000000000000),
  "budget" INTEGER CHECK ("budget" BETWEEN 0 AND 1000000000000000),
  "least_share" INTEGER CHECK ("least_share" BETWEEN 0 AND 1000000000000000),
  "least_score" INTEGER CHECK ("least_score" BETWEEN 0 AND 100),
  "paper" TEXT NOT NULL DEFAULT '' CHECK (length("paper") BETWEEN 0 AND 300),
  "aim" TEXT NOT NULL DEFAULT '' CHECK (length("aim") BETWEEN 0 AND 200000),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "sessions" INTEGER CHECK ("sessions" BETWEEN 0 AND 1000000000000000),
  "enrolled" INTEGER CHECK ("enrolled" BETWEEN 0 AND 1000000000000000),
  "passed" INTEGER CHECK ("passed" BETWEEN 0 AND 1000000000000000),
  "code_key" TEXT NOT NULL DEFAULT '',
  "kind_key" TEXT NOT NULL DEFAULT '',
  "place_key" TEXT NOT NULL DEFAULT ''
)

CREATE UNIQUE INDEX "training_class_uid" ON "training_class" ("uid")

CREATE INDEX "training_class_by_title" ON "training_class" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_code" ON "training_class" ("code_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_kind" ON "training_class" ("kind_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_state" ON "training_class" ("state", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_started" ON "training_class" ("started", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_ended" ON "training_class" ("ended", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_place" ON "training_class" ("place_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_sessions" ON "training_class" ("sessions", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_enrolled" ON "training_class" ("enrolled", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "training_class_by_passed" ON "training_class" ("passed", "sort_key") WHERE trashed_at IS NULL

CREATE TABLE "trainee" (
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
  "training_class_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "number" INTEGER CHECK ("number" BETWEEN 0 AND 1000000000000000),
  "unit" TEXT NOT NULL DEFAULT '' CHECK (length("unit") BETWEEN 0 AND 300),
  "post" TEXT NOT NULL DEFAULT '' CHECK (length("post") BETWEEN 0 AND 300),
  "category" TEXT NOT NULL DEFAULT '' CHECK (length("category") BETWEEN 0 AND 300),
  "documents" INTEGER NOT NULL DEFAULT 0 CHECK ("documents" IN (0, 1)),
  "score" INTEGER CHECK ("score" BETWEEN 0 AND 100),
  "grade" TEXT NOT NULL DEFAULT '' CHECK (length("grade") BETWEEN 0 AND 300),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "attended" INTEGER CHECK ("attended" BETWEEN 0 AND 1000000000000000),
  "share" INTEGER CHECK ("share" BETWEEN 0 AND 1000000000000000),
  "result" TEXT NOT NULL DEFAULT '' CHECK (length("result") BETWEEN 0 AND 300),
  "reason" TEXT NOT NULL DEFAULT '' CHECK (length("reason") BETWEEN 0 AND 300),
  "training_class_key" TEXT NOT NULL DEFAULT '',
  "person_key" TEXT NOT NULL DEFAULT '',
  "unit_key" TEXT NOT NULL DEFAULT '',
  "category_key" TEXT NOT NULL DEFAULT '',
  "grade_key" TEXT NOT NULL DEFAULT '',
  "result_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("training_class_id") REFERENCES "training_class" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "trainee_uid" ON "trainee" ("uid")

CREATE INDEX "trainee_by_title" ON "trainee" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_training_class" ON "trainee" ("training_class_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_number" ON "trainee" ("number", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_unit" ON "trainee" ("unit_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_category" ON "trainee" ("category_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_score" ON "trainee" ("score", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_grade" ON "trainee" ("grade_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_share" ON "trainee" ("share", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_by_result" ON "trainee" ("result_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "trainee_of_training_class" ON "trainee" ("training_class_id", "trashed_at", "sort_key")

CREATE INDEX "trainee_of_person" ON "trainee" ("person_id", "trashed_at", "sort_key")

CREATE TABLE "subject" (
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
  "training_class_id" INTEGER NOT NULL,
  "name" TEXT NOT NULL DEFAULT '' CHECK (length("name") BETWEEN 1 AND 300),
  "lecturer" TEXT NOT NULL DEFAULT '' CHECK (length("lecturer") BETWEEN 0 AND 300),
  "periods" INTEGER CHECK ("periods" BETWEEN 0 AND 1000000000000000),
  "day" TEXT CHECK (length("day") = 10) CHECK ("day" BETWEEN '1900' AND '2101'),
  "part" TEXT NOT NULL DEFAULT '' CHECK ("part" IN ('', 'Sáng', 'Chiều', 'Tối')),
  FOREIGN KEY ("training_class_id") REFERENCES "training_class" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "subject_uid" ON "subject" ("uid")

CREATE INDEX "subject_by_title" ON "subject" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "subject_of_training_class" ON "subject" ("training_class_id", "trashed_at", "sort_key")

CREATE TABLE "session" (
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
  "training_class_id" INTEGER NOT NULL,
  "day" TEXT CHECK (length("day") = 10) CHECK ("day" BETWEEN '1900' AND '2101'),
  "part" TEXT NOT NULL DEFAULT '' CHECK ("part" IN ('', 'Sáng', 'Chiều', 'Tối')),
  "label" TEXT NOT NULL DEFAULT '' CHECK (length("label") BETWEEN 0 AND 300),
  "held" INTEGER NOT NULL DEFAULT 0 CHECK ("held" IN (0, 1)),
  FOREIGN KEY ("training_class_id") REFERENCES "training_class" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "session_uid" ON "session" ("uid")

CREATE INDEX "session_by_title" ON "session" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "session_by_day" ON "session" ("day", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "session_of_training_class" ON "session" ("training_class_id", "trashed_at", "sort_key")

CREATE TABLE "attendance" (
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
  "trainee_id" INTEGER NOT NULL,
  "session_id" INTEGER NOT NULL,
  "mark" TEXT NOT NULL DEFAULT '' CHECK ("mark" IN ('', 'Có mặt', 'Vắng có phép', 'Vắng không phép', 'Muộn')),
  FOREIGN KEY ("trainee_id") REFERENCES "trainee" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("session_id") REFERENCES "session" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "attendance_uid" ON "attendance" ("uid")

CREATE INDEX "attendance_by_title" ON "attendance" ("sort_key") WHERE trashed_at IS NULL

CREATE UNIQUE INDEX "attendance_once" ON "attendance" ("trainee_id", "session_id") WHERE trashed_at IS NULL

CREATE INDEX "attendance_of_trainee" ON "attendance" ("trainee_id", "trashed_at", "sort_key")

CREATE INDEX "attendance_of_session" ON "attendance" ("session_id", "trashed_at", "sort_key")
