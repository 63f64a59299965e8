-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "PostKind" AS ENUM ('post', 'page');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'editor', 'author', 'contributor');

-- CreateEnum
CREATE TYPE "RevisionAct" AS ENUM ('created', 'saved', 'published', 'scheduled', 'updated', 'submitted', 'restored', 'imported', 'duplicated');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('setup', 'reset');

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "kind" "PostKind" NOT NULL DEFAULT 'post',
    "draft" BOOLEAN NOT NULL DEFAULT true,
    "date" TIMESTAMPTZ(3),
    "date_zone" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "trashed_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "announced_at" TIMESTAMPTZ(3),
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,
    "feed_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "head_id" UUID,
    "created_by_id" UUID,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "act" "RevisionAct" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "description" TEXT,
    "slug" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "featured_image" TEXT,
    "featured_image_alt" TEXT,
    "thumbnail" TEXT,
    "audio" TEXT,
    "canonical_url" TEXT,
    "comments" BOOLEAN NOT NULL DEFAULT true,
    "toc" BOOLEAN NOT NULL DEFAULT true,
    "math" TEXT NOT NULL DEFAULT 'double',
    "extra" JSONB NOT NULL DEFAULT '{}',
    "html" TEXT,
    "headings" JSONB NOT NULL DEFAULT '[]',
    "text" TEXT,
    "excerpt" TEXT,
    "words" INTEGER,
    "reading_minutes" INTEGER,
    "render_problem" TEXT,
    "renderer_version" INTEGER,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "kind" "PostKind" NOT NULL,
    "path" TEXT NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "updated" TIMESTAMPTZ(3),
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3),

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_tag" (
    "revision_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "revision_tag_pkey" PRIMARY KEY ("revision_id","tag_id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_series" (
    "revision_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "position" INTEGER,

    CONSTRAINT "revision_series_pkey" PRIMARY KEY ("revision_id","series_id")
);

-- CreateTable
CREATE TABLE "revision_byline" (
    "revision_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "revision_byline_pkey" PRIMARY KEY ("revision_id","person_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "email" TEXT,
    "role" "Role" NOT NULL DEFAULT 'contributor',
    "password_hash" TEXT,
    "bio" TEXT,
    "url" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "user_agent" TEXT,
    "address" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "hash" TEXT NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "alt" TEXT,
    "source" TEXT,
    "source_path" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "path" TEXT NOT NULL,
    "post_id" UUID,
    "target" TEXT,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "source_file" (
    "id" UUID NOT NULL,
    "post_id" UUID,
    "source" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL DEFAULT 'Octavo',
    "description" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "accent" TEXT NOT NULL DEFAULT '#a4341f',
    "posts_per_page" INTEGER NOT NULL DEFAULT 10,
    "posts_per_feed" INTEGER NOT NULL DEFAULT 20,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "post_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "expires" TEXT[],

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "post_feed_id_key" ON "post"("feed_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_head_id_key" ON "post"("head_id");

-- CreateIndex
CREATE INDEX "post_trashed_at_updated_at_id_idx" ON "post"("trashed_at", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "post_source_idx" ON "post"("source");

-- CreateIndex
CREATE INDEX "revision_slug_idx" ON "revision"("slug");

-- CreateIndex
CREATE INDEX "revision_renderer_version_idx" ON "revision"("renderer_version");

-- CreateIndex
CREATE UNIQUE INDEX "revision_post_id_number_key" ON "revision"("post_id", "number");

-- CreateIndex
CREATE INDEX "publication_path_idx" ON "publication"("path");

-- CreateIndex
CREATE INDEX "publication_kind_date_id_idx" ON "publication"("kind", "date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "publication_revision_id_idx" ON "publication"("revision_id");

-- CreateIndex
CREATE INDEX "publication_visible_from_idx" ON "publication"("visible_from");

-- CreateIndex
CREATE INDEX "publication_visible_until_idx" ON "publication"("visible_until");

-- CreateIndex
CREATE UNIQUE INDEX "tag_slug_key" ON "tag"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tag_folded_key" ON "tag"("folded");

-- CreateIndex
CREATE INDEX "revision_tag_tag_id_idx" ON "revision_tag"("tag_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "series_folded_key" ON "series"("folded");

-- CreateIndex
CREATE INDEX "revision_series_series_id_idx" ON "revision_series"("series_id");

-- CreateIndex
CREATE INDEX "revision_byline_person_id_idx" ON "revision_byline"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_hash_key" ON "token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "media_key_key" ON "media"("key");

-- CreateIndex
CREATE INDEX "media_created_at_idx" ON "media"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "media_source_source_path_key" ON "media"("source", "source_path");

-- CreateIndex
CREATE INDEX "address_post_id_idx" ON "address"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_file_post_id_key" ON "source_file"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_file_source_path_key" ON "source_file"("source", "path");

-- CreateIndex
CREATE INDEX "event_post_id_id_idx" ON "event"("post_id", "id");

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_tag" ADD CONSTRAINT "revision_tag_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_tag" ADD CONSTRAINT "revision_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_series" ADD CONSTRAINT "revision_series_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_series" ADD CONSTRAINT "revision_series_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_byline" ADD CONSTRAINT "revision_byline_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_byline" ADD CONSTRAINT "revision_byline_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema language cannot say follows by hand.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Readers are in one range of a post at a time, and a path leads to one post at a time.
ALTER TABLE "publication"
  ADD CONSTRAINT "publication_range" CHECK ("visible_until" IS NULL OR "visible_until" > "visible_from"),
  ADD CONSTRAINT "publication_of_post" EXCLUDE USING gist ("post_id" WITH =, tstzrange("visible_from", "visible_until") WITH &&),
  ADD CONSTRAINT "publication_path" EXCLUDE USING gist ("path" WITH =, tstzrange("visible_from", "visible_until") WITH &&),
  ADD CONSTRAINT "publication_path_form" CHECK ("path" LIKE '/_%');

-- The database's clock decides what readers see.
CREATE VIEW "live_publication" AS
  SELECT "id", "post_id", "revision_id", "kind", "path", "date", "updated", "visible_from", "visible_until"
  FROM "publication" WHERE "visible_from" <= now() AND ("visible_until" IS NULL OR "visible_until" > now());

ALTER TABLE "post"
  ADD CONSTRAINT "post_has_date" CHECK ("draft" OR "date" IS NOT NULL),
  ADD CONSTRAINT "post_expires_after_date" CHECK ("expires_at" IS NULL OR "date" IS NULL OR "expires_at" > "date"),
  ADD CONSTRAINT "post_feed_id" CHECK ("feed_id" <> ''),
  ADD CONSTRAINT "post_version" CHECK ("version" >= 0);

ALTER TABLE "revision"
  ADD CONSTRAINT "revision_number" CHECK ("number" > 0),
  ADD CONSTRAINT "revision_slug" CHECK ("slug" <> '' AND "slug" !~ '[/\\?#%\s]'),
  ADD CONSTRAINT "revision_math" CHECK ("math" IN ('double', 'dollars')),
  ADD CONSTRAINT "revision_rendered" CHECK (("html" IS NULL) = ("renderer_version" IS NULL));

ALTER TABLE "tag" ADD CONSTRAINT "tag_named" CHECK ("folded" <> '' AND "slug" <> '');
ALTER TABLE "series" ADD CONSTRAINT "series_named" CHECK ("folded" <> '' AND "slug" <> '');

ALTER TABLE "person"
  ADD CONSTRAINT "person_email" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "person_signs_in_by_email" CHECK ("password_hash" IS NULL OR "email" IS NOT NULL);

ALTER TABLE "address"
  ADD CONSTRAINT "address_path" CHECK ("path" LIKE '/%'),
  ADD CONSTRAINT "address_leads_one_way" CHECK ("post_id" IS NULL OR "target" IS NULL);

ALTER TABLE "settings"
  ADD CONSTRAINT "settings_one_row" CHECK ("id" = 1),
  ADD CONSTRAINT "settings_pages" CHECK ("posts_per_page" BETWEEN 1 AND 100 AND "posts_per_feed" BETWEEN 1 AND 200),
  ADD CONSTRAINT "settings_accent" CHECK ("accent" ~ '^#[0-9a-f]{6}$');
INSERT INTO "settings" ("id") VALUES (1);
