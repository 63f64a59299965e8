-- An import is one unit: what it brought is known, so that it can be taken back.
CREATE TYPE "ImportStatus" AS ENUM ('rehearsing', 'rehearsed', 'importing', 'cancelled', 'failed', 'finished', 'undoing', 'undone');

CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL,
    "root" TEXT,
    "file_name" TEXT,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "default_authors" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "media" INTEGER NOT NULL DEFAULT 0,
    "current" TEXT,
    "cancel_asked_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "undo_edited" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_source_created_at_idx" ON "import"("source", "created_at" DESC);

CREATE TABLE "import_file" (
    "import_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "rehearsed" BOOLEAN NOT NULL,
    "verdict" TEXT NOT NULL CHECK ("verdict" IN ('created', 'updated', 'revision', 'unchanged', 'moved', 'kept', 'missing', 'left', 'failed')),
    "address" TEXT,
    "repairs" TEXT[],
    "notes" TEXT[],
    "redirects" TEXT[],
    "post_id" UUID,
    "version" INTEGER,
    "former_revision_id" UUID,
    "former_path" TEXT,
    "former_sha256" TEXT,
    "former_content" BYTEA,
    "former_version" INTEGER,
    "former_state" JSONB,
    "former_file_revision_id" UUID,
    "undone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("import_id", "path"),
    CONSTRAINT "import_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "import_file_import_id_position_idx" ON "import_file"("import_id", "position");
CREATE INDEX "import_file_post_id_idx" ON "import_file"("post_id");

CREATE TABLE "import_thing" (
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('tag', 'series', 'person', 'media', 'address')),
    "key" TEXT NOT NULL,
    "former" JSONB,

    CONSTRAINT "import_thing_pkey" PRIMARY KEY ("import_id", "kind", "key"),
    CONSTRAINT "import_thing_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What came in before becomes a unit for each source. Of names, those are its own that no other post has.
INSERT INTO "import" ("id", "source", "status", "by_name", "created_at", "ended_at", "total", "done")
  SELECT gen_random_uuid(), "source", 'finished', 'An earlier import', min("imported_at"), max("imported_at"), count(*), count(*)
  FROM "source_file" GROUP BY "source";
INSERT INTO "import_file" ("import_id", "path", "position", "rehearsed", "verdict", "post_id", "version")
  SELECT i."id", f."path", row_number() OVER (PARTITION BY f."source" ORDER BY f."path"), false,
    CASE WHEN f."post_id" IS NULL THEN 'kept' ELSE 'created' END, f."post_id", f."version"
  FROM "source_file" f JOIN "import" i ON i."source" = f."source";
INSERT INTO "import_thing" ("import_id", "kind", "key")
  SELECT i."id", 'media', m."id"::text FROM "media" m JOIN "import" i ON i."source" = m."source";
INSERT INTO "import_thing" ("import_id", "kind", "key")
  SELECT i."id", 'address', a."path" FROM "address" a JOIN "import" i ON i."source" = a."source";
UPDATE "import" i SET "media" = (SELECT count(*) FROM "import_thing" t WHERE t."import_id" = i."id" AND t."kind" = 'media');
WITH used AS (
  SELECT 'tag' AS kind, u."tag_id" AS id, r."post_id" FROM "revision_tag" u JOIN "revision" r ON r."id" = u."revision_id"
  UNION ALL SELECT 'series', u."series_id", r."post_id" FROM "revision_series" u JOIN "revision" r ON r."id" = u."revision_id"
  UNION ALL SELECT 'person', u."person_id", r."post_id" FROM "revision_byline" u JOIN "revision" r ON r."id" = u."revision_id"
    JOIN "person" p ON p."id" = u."person_id" WHERE p."email" IS NULL
)
INSERT INTO "import_thing" ("import_id", "kind", "key")
  SELECT i."id", x.kind, x.id::text FROM (
    SELECT used.kind, used.id, min(p."source") AS source FROM used JOIN "post" p ON p."id" = used."post_id"
    GROUP BY used.kind, used.id HAVING count(DISTINCT coalesce(p."source", '')) = 1 AND min(p."source") IS NOT NULL
  ) x JOIN "import" i ON i."source" = x.source;
