CREATE TABLE "area" (
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
  "kind" TEXT NOT NULL DEFAULT '' CHECK (length("kind") BETWEEN 0 AND 300),
  "code" TEXT NOT NULL DEFAULT '' CHECK (length("code") BETWEEN 0 AND 300),
  "households" INTEGER CHECK ("households" BETWEEN 0 AND 1000000000000000),
  "population" INTEGER CHECK ("population" BETWEEN 0 AND 1000000000000000),
  "head" TEXT NOT NULL DEFAULT '' CHECK (length("head") BETWEEN 0 AND 300),
  "head_phone" TEXT NOT NULL DEFAULT '' CHECK (length("head_phone") BETWEEN 0 AND 15),
  "party_secretary" TEXT NOT NULL DEFAULT '' CHECK (length("party_secretary") BETWEEN 0 AND 300),
  "started" TEXT CHECK (length("started") IN (4, 7, 10)) CHECK ("started" BETWEEN '1900' AND '2101'),
  "ended" TEXT CHECK (length("ended") IN (4, 7, 10)) CHECK ("ended" BETWEEN '1900' AND '2101'),
  "merged_into_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "kind_key" TEXT NOT NULL DEFAULT '',
  "head_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("merged_into_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "area_uid" ON "area" ("uid")

CREATE INDEX "area_by_title" ON "area" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "area_by_kind" ON "area" ("kind_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "area_by_households" ON "area" ("households", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "area_by_population" ON "area" ("population", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "area_by_head" ON "area" ("head_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "area_by_head_phone" ON "area" ("head_phone", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "area_of_merged_into" ON "area" ("merged_into_id", "trashed_at", "sort_key")

CREATE TABLE "person" (
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
  "full_name" TEXT NOT NULL DEFAULT '' CHECK (length("full_name") BETWEEN 1 AND 120),
  "birth_date" TEXT CHECK (length("birth_date") IN (4, 7, 10)) CHECK ("birth_date" BETWEEN '1900' AND '2101'),
  "sex" TEXT NOT NULL DEFAULT '' CHECK ("sex" IN ('', 'Nam', 'Nữ')),
  "citizen_id" TEXT NOT NULL DEFAULT '' CHECK (length("citizen_id") IN (0, 12)),
  "old_id" TEXT NOT NULL DEFAULT '' CHECK (length("old_id") BETWEEN 0 AND 300),
  "phone" TEXT NOT NULL DEFAULT '' CHECK (length("phone") BETWEEN 0 AND 15),
  "area_id" INTEGER,
  "address" TEXT NOT NULL DEFAULT '' CHECK (length("address") BETWEEN 0 AND 300),
  "home_town" TEXT NOT NULL DEFAULT '' CHECK (length("home_town") BETWEEN 0 AND 300),
  "ethnicity" TEXT NOT NULL DEFAULT '' CHECK (length("ethnicity") BETWEEN 0 AND 300),
  "religion" TEXT NOT NULL DEFAULT '' CHECK (length("religion") BETWEEN 0 AND 300),
  "education" TEXT NOT NULL DEFAULT '' CHECK (length("education") BETWEEN 0 AND 300),
  "qualification" TEXT NOT NULL DEFAULT '' CHECK (length("qualification") BETWEEN 0 AND 300),
  "job" TEXT NOT NULL DEFAULT '' CHECK (length("job") BETWEEN 0 AND 300),
  "party_member" INTEGER NOT NULL DEFAULT 0 CHECK ("party_member" IN (0, 1)),
  "union_member" INTEGER NOT NULL DEFAULT 0 CHECK ("union_member" IN (0, 1)),
  "policy" TEXT NOT NULL DEFAULT '' CHECK (length("policy") BETWEEN 0 AND 300),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "area_key" TEXT NOT NULL DEFAULT '',
  "ethnicity_key" TEXT NOT NULL DEFAULT '',
  "religion_key" TEXT NOT NULL DEFAULT '',
  "education_key" TEXT NOT NULL DEFAULT '',
  "job_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "person_uid" ON "person" ("uid")

CREATE INDEX "person_by_title" ON "person" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_titles" ON "person" ("id", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_words" ON "person" ("search_words", "search_numbers") WHERE trashed_at IS NULL

CREATE INDEX "person_by_birth_date" ON "person" ("birth_date", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_sex" ON "person" ("sex", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_citizen_id" ON "person" ("citizen_id", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_phone" ON "person" ("phone", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_area" ON "person" ("area_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_ethnicity" ON "person" ("ethnicity_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_religion" ON "person" ("religion_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_education" ON "person" ("education_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_job" ON "person" ("job_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_by_party_member" ON "person" ("party_member", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "person_of_area" ON "person" ("area_id", "trashed_at", "sort_key")

CREATE VIRTUAL TABLE "person_trigram" USING fts5 (words, accents, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')

CREATE TRIGGER "person_trigram_add" AFTER INSERT ON "person" BEGIN INSERT INTO "person_trigram" (rowid, words, accents) SELECT new.id, new.search_words || new.search_numbers || ' ', new.search_accents WHERE new.trashed_at IS NULL; END

CREATE TRIGGER "person_trigram_edit" AFTER UPDATE OF search_words, search_accents, search_numbers, trashed_at ON "person" WHEN old.search_words IS NOT new.search_words OR old.search_accents IS NOT new.search_accents OR old.search_numbers IS NOT new.search_numbers OR old.trashed_at IS NOT new.trashed_at BEGIN DELETE FROM "person_trigram" WHERE rowid = old.id; INSERT INTO "person_trigram" (rowid, words, accents) SELECT new.id, new.search_words || new.search_numbers || ' ', new.search_accents WHERE new.trashed_at IS NULL; END

CREATE TRIGGER "person_trigram_erase" AFTER DELETE ON "person" BEGIN DELETE FROM "person_trigram" WHERE rowid = old.id; END

CREATE TABLE "scheme" (
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
  "kind" TEXT NOT NULL DEFAULT '' CHECK (length("kind") BETWEEN 0 AND 300),
  "field" TEXT NOT NULL DEFAULT '' CHECK (length("field") BETWEEN 0 AND 300),
  "setting" TEXT NOT NULL DEFAULT '' CHECK (length("setting") BETWEEN 0 AND 300),
  "core" TEXT NOT NULL DEFAULT '' CHECK (length("core") BETWEEN 0 AND 300),
  "origin" TEXT NOT NULL DEFAULT '' CHECK (length("origin") BETWEEN 0 AND 300),
  "area_id" INTEGER,
  "recognition_level" TEXT NOT NULL DEFAULT '' CHECK (length("recognition_level") BETWEEN 0 AND 300),
  "recognition_number" TEXT NOT NULL DEFAULT '' CHECK (length("recognition_number") BETWEEN 0 AND 100),
  "recognition_date" TEXT CHECK (length("recognition_date") IN (4, 7, 10)) CHECK ("recognition_date" BETWEEN '1900' AND '2101'),
  "recognised_by" TEXT NOT NULL DEFAULT '' CHECK (length("recognised_by") BETWEEN 0 AND 300),
  "founding_number" TEXT NOT NULL DEFAULT '' CHECK (length("founding_number") BETWEEN 0 AND 100),
  "founding_date" TEXT CHECK (length("founding_date") IN (4, 7, 10)) CHECK ("founding_date" BETWEEN '1900' AND '2101'),
  "launched" TEXT CHECK (length("launched") IN (4, 7, 10)) CHECK ("launched" BETWEEN '1900' AND '2101'),
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" IN ('', 'Khảo sát', 'Đang xây dựng', 'Ra mắt', 'Đang hoạt động', 'Củng cố', 'Nhân rộng', 'Tạm ngừng', 'Đã giải thể')),
  "lead_agency" TEXT NOT NULL DEFAULT '' CHECK (length("lead_agency") BETWEEN 0 AND 300),
  "partners" TEXT NOT NULL DEFAULT '' CHECK (length("partners") BETWEEN 0 AND 300),
  "officer" TEXT NOT NULL DEFAULT '' CHECK (length("officer") BETWEEN 0 AND 300),
  "funding" TEXT NOT NULL DEFAULT '' CHECK (length("funding") BETWEEN 0 AND 300),
  "covenant" TEXT NOT NULL DEFAULT '' CHECK (length("covenant") BETWEEN 0 AND 200000),
  "dissolved_on" TEXT CHECK (length("dissolved_on") IN (4, 7, 10)) CHECK ("dissolved_on" BETWEEN '1900' AND '2101'),
  "dissolved_number" TEXT NOT NULL DEFAULT '' CHECK (length("dissolved_number") BETWEEN 0 AND 100),
  "dissolved_why" TEXT NOT NULL DEFAULT '' CHECK (length("dissolved_why") BETWEEN 0 AND 300),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "sites" INTEGER CHECK ("sites" BETWEEN 0 AND 1000000000000000),
  "teams" INTEGER CHECK ("teams" BETWEEN 0 AND 1000000000000000),
  "members" INTEGER CHECK ("members" BETWEEN 0 AND 1000000000000000),
  "rating" TEXT NOT NULL DEFAULT '' CHECK (length("rating") BETWEEN 0 AND 300),
  "kind_key" TEXT NOT NULL DEFAULT '',
  "field_key" TEXT NOT NULL DEFAULT '',
  "area_key" TEXT NOT NULL DEFAULT '',
  "recognition_level_key" TEXT NOT NULL DEFAULT '',
  "rating_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "scheme_uid" ON "scheme" ("uid")

CREATE INDEX "scheme_by_title" ON "scheme" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_kind" ON "scheme" ("kind_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_field" ON "scheme" ("field_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_area" ON "scheme" ("area_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_recognition_level" ON "scheme" ("recognition_level_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_recognition_date" ON "scheme" ("recognition_date", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_launched" ON "scheme" ("launched", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_state" ON "scheme" ("state", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_sites" ON "scheme" ("sites", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_teams" ON "scheme" ("teams", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_members" ON "scheme" ("members", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_by_rating" ON "scheme" ("rating_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "scheme_of_area" ON "scheme" ("area_id", "trashed_at", "sort_key")

CREATE TABLE "site" (
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
  "scheme_id" INTEGER NOT NULL,
  "area_id" INTEGER,
  "started" TEXT CHECK (length("started") IN (4, 7, 10)) CHECK ("started" BETWEEN '1900' AND '2101'),
  "head" TEXT NOT NULL DEFAULT '' CHECK (length("head") BETWEEN 0 AND 300),
  "ended" TEXT CHECK (length("ended") IN (4, 7, 10)) CHECK ("ended" BETWEEN '1900' AND '2101'),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "scheme_key" TEXT NOT NULL DEFAULT '',
  "area_key" TEXT NOT NULL DEFAULT '',
  "head_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("scheme_id") REFERENCES "scheme" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "site_uid" ON "site" ("uid")

CREATE INDEX "site_by_title" ON "site" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "site_by_scheme" ON "site" ("scheme_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "site_by_area" ON "site" ("area_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "site_by_started" ON "site" ("started", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "site_by_head" ON "site" ("head_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "site_of_scheme" ON "site" ("scheme_id", "trashed_at", "sort_key")

CREATE INDEX "site_of_area" ON "site" ("area_id", "trashed_at", "sort_key")

CREATE TABLE "team" (
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
  "kind" TEXT NOT NULL DEFAULT '' CHECK (length("kind") BETWEEN 0 AND 300),
  "statutory" INTEGER NOT NULL DEFAULT 0 CHECK ("statutory" IN (0, 1)),
  "scheme_id" INTEGER,
  "site_id" INTEGER,
  "area_id" INTEGER,
  "scope" TEXT NOT NULL DEFAULT '' CHECK (length("scope") BETWEEN 0 AND 300),
  "households" INTEGER CHECK ("households" BETWEEN 0 AND 1000000000000000),
  "population" INTEGER CHECK ("population" BETWEEN 0 AND 1000000000000000),
  "state" TEXT NOT NULL DEFAULT '' CHECK ("state" IN ('', 'Đang hoạt động', 'Củng cố', 'Tạm ngừng', 'Đã giải thể')),
  "decision_number" TEXT NOT NULL DEFAULT '' CHECK (length("decision_number") BETWEEN 0 AND 100),
  "decision_date" TEXT CHECK (length("decision_date") IN (4, 7, 10)) CHECK ("decision_date" BETWEEN '1900' AND '2101'),
  "decided_by" TEXT NOT NULL DEFAULT '' CHECK (length("decided_by") BETWEEN 0 AND 300),
  "managed_by" TEXT NOT NULL DEFAULT '' CHECK (length("managed_by") BETWEEN 0 AND 300),
  "quota" INTEGER CHECK ("quota" BETWEEN 0 AND 1000000000000000),
  "declared" INTEGER CHECK ("declared" BETWEEN 0 AND 1000000000000000),
  "meeting" TEXT NOT NULL DEFAULT '' CHECK (length("meeting") BETWEEN 0 AND 300),
  "phone" TEXT NOT NULL DEFAULT '' CHECK (length("phone") BETWEEN 0 AND 15),
  "officer" TEXT NOT NULL DEFAULT '' CHECK (length("officer") BETWEEN 0 AND 300),
  "dissolved_on" TEXT CHECK (length("dissolved_on") IN (4, 7, 10)) CHECK ("dissolved_on" BETWEEN '1900' AND '2101'),
  "dissolved_number" TEXT NOT NULL DEFAULT '' CHECK (length("dissolved_number") BETWEEN 0 AND 100),
  "dissolved_why" TEXT NOT NULL DEFAULT '' CHECK (length("dissolved_why") BETWEEN 0 AND 300),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "leader" TEXT NOT NULL DEFAULT '' CHECK (length("leader") BETWEEN 0 AND 300),
  "strength" INTEGER CHECK ("strength" BETWEEN 0 AND 1000000000000000),
  "rating" TEXT NOT NULL DEFAULT '' CHECK (length("rating") BETWEEN 0 AND 300),
  "review_due" TEXT CHECK (length("review_due") = 10) CHECK ("review_due" BETWEEN '1900' AND '2101'),
  "kind_key" TEXT NOT NULL DEFAULT '',
  "scheme_key" TEXT NOT NULL DEFAULT '',
  "area_key" TEXT NOT NULL DEFAULT '',
  "leader_key" TEXT NOT NULL DEFAULT '',
  "rating_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("scheme_id") REFERENCES "scheme" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("site_id") REFERENCES "site" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "team_uid" ON "team" ("uid")

CREATE INDEX "team_by_title" ON "team" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_kind" ON "team" ("kind_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_scheme" ON "team" ("scheme_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_area" ON "team" ("area_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_state" ON "team" ("state", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_decision_date" ON "team" ("decision_date", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_leader" ON "team" ("leader_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_strength" ON "team" ("strength", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_rating" ON "team" ("rating_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_by_review_due" ON "team" ("review_due", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_of_scheme" ON "team" ("scheme_id", "trashed_at", "sort_key")

CREATE INDEX "team_of_site" ON "team" ("site_id", "trashed_at", "sort_key")

CREATE INDEX "team_of_area" ON "team" ("area_id", "trashed_at", "sort_key")

CREATE TABLE "membership" (
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
  "person_id" INTEGER NOT NULL,
  "team_id" INTEGER NOT NULL,
  "role" TEXT NOT NULL DEFAULT '' CHECK (length("role") BETWEEN 0 AND 300),
  "joined" TEXT CHECK (length("joined") IN (4, 7, 10)) CHECK ("joined" BETWEEN '1900' AND '2101'),
  "left" TEXT CHECK (length("left") IN (4, 7, 10)) CHECK ("left" BETWEEN '1900' AND '2101'),
  "left_why" TEXT NOT NULL DEFAULT '' CHECK (length("left_why") BETWEEN 0 AND 300),
  "decision_number" TEXT NOT NULL DEFAULT '' CHECK (length("decision_number") BETWEEN 0 AND 100),
  "decision_date" TEXT CHECK (length("decision_date") IN (4, 7, 10)) CHECK ("decision_date" BETWEEN '1900' AND '2101'),
  "badge" TEXT NOT NULL DEFAULT '' CHECK (length("badge") BETWEEN 0 AND 300),
  "tool_licence" TEXT NOT NULL DEFAULT '' CHECK (length("tool_licence") BETWEEN 0 AND 300),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "person_key" TEXT NOT NULL DEFAULT '',
  "team_key" TEXT NOT NULL DEFAULT '',
  "role_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "membership_uid" ON "membership" ("uid")

CREATE INDEX "membership_by_title" ON "membership" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "membership_titles" ON "membership" ("id", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "membership_words" ON "membership" ("search_words", "search_numbers") WHERE trashed_at IS NULL

CREATE INDEX "membership_by_team" ON "membership" ("team_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "membership_by_role" ON "membership" ("role_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "membership_by_joined" ON "membership" ("joined", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "membership_by_left" ON "membership" ("left", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "membership_of_person" ON "membership" ("person_id", "trashed_at", "sort_key")

CREATE INDEX "membership_of_team" ON "membership" ("team_id", "trashed_at", "sort_key")

CREATE VIRTUAL TABLE "membership_trigram" USING fts5 (words, accents, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')

CREATE TRIGGER "membership_trigram_add" AFTER INSERT ON "membership" BEGIN INSERT INTO "membership_trigram" (rowid, words, accents) SELECT new.id, new.search_words || new.search_numbers || ' ', new.search_accents WHERE new.trashed_at IS NULL; END

CREATE TRIGGER "membership_trigram_edit" AFTER UPDATE OF search_words, search_accents, search_numbers, trashed_at ON "membership" WHEN old.search_words IS NOT new.search_words OR old.search_accents IS NOT new.search_accents OR old.search_numbers IS NOT new.search_numbers OR old.trashed_at IS NOT new.trashed_at BEGIN DELETE FROM "membership_trigram" WHERE rowid = old.id; INSERT INTO "membership_trigram" (rowid, words, accents) SELECT new.id, new.search_words || new.search_numbers || ' ', new.search_accents WHERE new.trashed_at IS NULL; END

CREATE TRIGGER "membership_trigram_erase" AFTER DELETE ON "membership" BEGIN DELETE FROM "membership_trigram" WHERE rowid = old.id; END

CREATE TABLE "review" (
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
  "team_id" INTEGER,
  "scheme_id" INTEGER,
  "member_id" INTEGER,
  "year" INTEGER CHECK ("year" BETWEEN 0 AND 1000000000000000),
  "part" TEXT NOT NULL DEFAULT '' CHECK ("part" IN ('', 'Quý I', 'Quý II', '6 tháng đầu năm', 'Quý III', 'Quý IV', '6 tháng cuối năm', 'Cả năm')),
  "rating" TEXT NOT NULL DEFAULT '' CHECK (length("rating") BETWEEN 1 AND 300),
  "score" INTEGER CHECK ("score" BETWEEN 0 AND 1000000000000000),
  "reviewed_on" TEXT CHECK (length("reviewed_on") = 10) CHECK ("reviewed_on" BETWEEN '1900' AND '2101'),
  "decision_number" TEXT NOT NULL DEFAULT '' CHECK (length("decision_number") BETWEEN 0 AND 100),
  "decision_date" TEXT CHECK (length("decision_date") IN (4, 7, 10)) CHECK ("decision_date" BETWEEN '1900' AND '2101'),
  "decided_by" TEXT NOT NULL DEFAULT '' CHECK (length("decided_by") BETWEEN 0 AND 300),
  "comment" TEXT NOT NULL DEFAULT '' CHECK (length("comment") BETWEEN 0 AND 200000),
  "team_key" TEXT NOT NULL DEFAULT '',
  "scheme_key" TEXT NOT NULL DEFAULT '',
  "member_key" TEXT NOT NULL DEFAULT '',
  "rating_key" TEXT NOT NULL DEFAULT '',
  "decision_number_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("scheme_id") REFERENCES "scheme" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("member_id") REFERENCES "membership" ("id") ON DELETE RESTRICT,
  CHECK ((team_id IS NOT NULL) + (scheme_id IS NOT NULL) + (member_id IS NOT NULL) = 1)
)

CREATE UNIQUE INDEX "review_uid" ON "review" ("uid")

CREATE INDEX "review_by_title" ON "review" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_team" ON "review" ("team_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_scheme" ON "review" ("scheme_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_member" ON "review" ("member_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_year" ON "review" ("year", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_part" ON "review" ("part", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_rating" ON "review" ("rating_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_reviewed_on" ON "review" ("reviewed_on", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_decision_number" ON "review" ("decision_number_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_by_decision_date" ON "review" ("decision_date", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "review_of_team" ON "review" ("team_id", "trashed_at", "sort_key")

CREATE INDEX "review_of_scheme" ON "review" ("scheme_id", "trashed_at", "sort_key")

CREATE INDEX "review_of_member" ON "review" ("member_id", "trashed_at", "sort_key")

CREATE TABLE "activity" (
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
  "day" TEXT CHECK (length("day") = 10) CHECK ("day" BETWEEN '1900' AND '2101'),
  "kind" TEXT NOT NULL DEFAULT '' CHECK (length("kind") BETWEEN 1 AND 300),
  "content" TEXT NOT NULL DEFAULT '' CHECK (length("content") BETWEEN 1 AND 300),
  "team_id" INTEGER,
  "scheme_id" INTEGER,
  "area_id" INTEGER,
  "attendees" INTEGER CHECK ("attendees" BETWEEN 0 AND 1000000000000000),
  "attendees_about" TEXT NOT NULL DEFAULT '' CHECK ("attendees_about" IN ('', 'trên', 'hơn', 'gần', 'khoảng', 'hàng')),
  "times" INTEGER CHECK ("times" BETWEEN 0 AND 1000000000000000),
  "tips" INTEGER CHECK ("tips" BETWEEN 0 AND 1000000000000000),
  "mediations" INTEGER CHECK ("mediations" BETWEEN 0 AND 1000000000000000),
  "reformed" INTEGER CHECK ("reformed" BETWEEN 0 AND 1000000000000000),
  "surrendered" TEXT NOT NULL DEFAULT '' CHECK (length("surrendered") BETWEEN 0 AND 300),
  "donations" TEXT NOT NULL DEFAULT '' CHECK (length("donations") BETWEEN 0 AND 300),
  "results" TEXT NOT NULL DEFAULT '' CHECK (length("results") BETWEEN 0 AND 200000),
  "partners" TEXT NOT NULL DEFAULT '' CHECK (length("partners") BETWEEN 0 AND 300),
  "responsible" TEXT NOT NULL DEFAULT '' CHECK (length("responsible") BETWEEN 0 AND 300),
  "evidence" TEXT NOT NULL DEFAULT '' CHECK (length("evidence") BETWEEN 0 AND 300),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  "kind_key" TEXT NOT NULL DEFAULT '',
  "team_key" TEXT NOT NULL DEFAULT '',
  "scheme_key" TEXT NOT NULL DEFAULT '',
  "area_key" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("scheme_id") REFERENCES "scheme" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "activity_uid" ON "activity" ("uid")

CREATE INDEX "activity_by_title" ON "activity" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_by_day" ON "activity" ("day", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_by_kind" ON "activity" ("kind_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_by_team" ON "activity" ("team_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_by_scheme" ON "activity" ("scheme_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_by_area" ON "activity" ("area_key", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_by_attendees" ON "activity" ("attendees", "sort_key") WHERE trashed_at IS NULL

CREATE INDEX "activity_of_team" ON "activity" ("team_id", "trashed_at", "sort_key")

CREATE INDEX "activity_of_scheme" ON "activity" ("scheme_id", "trashed_at", "sort_key")

CREATE INDEX "activity_of_area" ON "activity" ("area_id", "trashed_at", "sort_key")

CREATE TABLE "team_area" (
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
  "team_id" INTEGER NOT NULL,
  "area_id" INTEGER NOT NULL,
  FOREIGN KEY ("team_id") REFERENCES "team" ("id") ON DELETE RESTRICT,
  FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "team_area_uid" ON "team_area" ("uid")

CREATE INDEX "team_area_by_title" ON "team_area" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "team_area_of_team" ON "team_area" ("team_id", "trashed_at", "sort_key")

CREATE INDEX "team_area_of_area" ON "team_area" ("area_id", "trashed_at", "sort_key")

CREATE TABLE "earlier_service" (
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
  "person_id" INTEGER NOT NULL,
  "force" TEXT NOT NULL DEFAULT '' CHECK (length("force") BETWEEN 1 AND 300),
  "unit" TEXT NOT NULL DEFAULT '' CHECK (length("unit") BETWEEN 0 AND 300),
  "started" TEXT CHECK (length("started") IN (4, 7, 10)) CHECK ("started" BETWEEN '1900' AND '2101'),
  "ended" TEXT CHECK (length("ended") IN (4, 7, 10)) CHECK ("ended" BETWEEN '1900' AND '2101'),
  "coefficient" TEXT NOT NULL DEFAULT '' CHECK ("coefficient" IN ('', '1', '2')),
  "note" TEXT NOT NULL DEFAULT '' CHECK (length("note") BETWEEN 0 AND 200000),
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "earlier_service_uid" ON "earlier_service" ("uid")

CREATE INDEX "earlier_service_by_title" ON "earlier_service" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "earlier_service_of_person" ON "earlier_service" ("person_id", "trashed_at", "sort_key")

CREATE TABLE "catalogue_word" (
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
  "catalogue" TEXT NOT NULL DEFAULT '' CHECK (length("catalogue") BETWEEN 1 AND 300),
  "word" TEXT NOT NULL DEFAULT '' CHECK (length("word") BETWEEN 1 AND 300),
  "position" INTEGER CHECK ("position" BETWEEN 0 AND 1000000000000000),
  "aliases" TEXT NOT NULL DEFAULT '' CHECK (length("aliases") BETWEEN 0 AND 300),
  "look" TEXT NOT NULL DEFAULT '' CHECK (length("look") BETWEEN 0 AND 300),
  "valid_from" TEXT CHECK (length("valid_from") = 10) CHECK ("valid_from" BETWEEN '1900' AND '2101'),
  "valid_to" TEXT CHECK (length("valid_to") = 10) CHECK ("valid_to" BETWEEN '1900' AND '2101')
)

CREATE UNIQUE INDEX "catalogue_word_uid" ON "catalogue_word" ("uid")

CREATE INDEX "catalogue_word_by_title" ON "catalogue_word" ("sort_key") WHERE trashed_at IS NULL

CREATE TABLE "office" (
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
  "province_code" TEXT NOT NULL DEFAULT '' CHECK (length("province_code") BETWEEN 1 AND 300),
  "province" TEXT NOT NULL DEFAULT '' CHECK (length("province") BETWEEN 1 AND 300),
  "commune_code" TEXT NOT NULL DEFAULT '' CHECK (length("commune_code") BETWEEN 1 AND 300),
  "commune" TEXT NOT NULL DEFAULT '' CHECK (length("commune") BETWEEN 1 AND 300),
  "parent_line" TEXT NOT NULL DEFAULT '' CHECK (length("parent_line") BETWEEN 1 AND 300),
  "agency_line" TEXT NOT NULL DEFAULT '' CHECK (length("agency_line") BETWEEN 1 AND 300),
  "place" TEXT NOT NULL DEFAULT '' CHECK (length("place") BETWEEN 1 AND 300),
  "symbol" TEXT NOT NULL DEFAULT '' CHECK (length("symbol") BETWEEN 0 AND 100),
  "phone" TEXT NOT NULL DEFAULT '' CHECK (length("phone") BETWEEN 0 AND 300),
  "address" TEXT NOT NULL DEFAULT '' CHECK (length("address") BETWEEN 0 AND 300)
)

CREATE UNIQUE INDEX "office_uid" ON "office" ("uid")

CREATE INDEX "office_by_title" ON "office" ("sort_key") WHERE trashed_at IS NULL

CREATE TABLE "signer" (
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
  "office_id" INTEGER NOT NULL,
  "full_name" TEXT NOT NULL DEFAULT '' CHECK (length("full_name") BETWEEN 1 AND 300),
  "rank" TEXT NOT NULL DEFAULT '' CHECK (length("rank") BETWEEN 0 AND 300),
  "post" TEXT NOT NULL DEFAULT '' CHECK (length("post") BETWEEN 1 AND 300),
  "acting" INTEGER NOT NULL DEFAULT 0 CHECK ("acting" IN (0, 1)),
  "started" TEXT CHECK (length("started") IN (4, 7, 10)) CHECK ("started" BETWEEN '1900' AND '2101'),
  "ended" TEXT CHECK (length("ended") IN (4, 7, 10)) CHECK ("ended" BETWEEN '1900' AND '2101'),
  FOREIGN KEY ("office_id") REFERENCES "office" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "signer_uid" ON "signer" ("uid")

CREATE INDEX "signer_by_title" ON "signer" ("sort_key") WHERE trashed_at IS NULL

CREATE INDEX "signer_of_office" ON "signer" ("office_id", "trashed_at", "sort_key")

CREATE TABLE "history_change" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "user" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "undoes_id" INTEGER,
  FOREIGN KEY ("undoes_id") REFERENCES "history_change" ("id") ON DELETE RESTRICT
)

CREATE UNIQUE INDEX "history_change_uid" ON "history_change" ("uid")

CREATE INDEX "history_change_at" ON "history_change" ("at")

CREATE INDEX "history_change_undoes_id" ON "history_change" ("undoes_id")

CREATE TABLE "history_entry" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "change_id" INTEGER NOT NULL,
  "table" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  "uid" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "link" BLOB NOT NULL,
  FOREIGN KEY ("change_id") REFERENCES "history_change" ("id") ON DELETE RESTRICT
)

CREATE INDEX "history_entry_change_id" ON "history_entry" ("change_id")

CREATE INDEX "history_entry_table_record" ON "history_entry" ("table", "record")

CREATE TABLE "chain_head" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "entries" INTEGER NOT NULL,
  "link" BLOB NOT NULL
)

CREATE TABLE "setting" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL
)

CREATE UNIQUE INDEX "setting_name" ON "setting" ("name")

CREATE TABLE "draft" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "user" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "record" INTEGER NOT NULL,
  "texts" TEXT NOT NULL,
  "revision" INTEGER,
  "kept_at" TEXT NOT NULL
)

CREATE UNIQUE INDEX "draft_user_form_record" ON "draft" ("user", "form", "record")

CREATE TABLE "learned_heading" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "register" TEXT NOT NULL,
  "heading" TEXT NOT NULL,
  "field" TEXT NOT NULL
)

CREATE UNIQUE INDEX "learned_heading_register_heading" ON "learned_heading" ("register", "heading")

CREATE TABLE "not_same" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "first" TEXT NOT NULL,
  "second" TEXT NOT NULL
)

CREATE UNIQUE INDEX "not_same_first_second" ON "not_same" ("first", "second")
