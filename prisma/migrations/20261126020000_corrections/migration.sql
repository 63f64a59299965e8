-- What readers are told was mended, with the revision that mended it: shown once, and as long as, readers were given that revision.
CREATE TABLE "correction" (
  "revision_id" UUID NOT NULL,
  "post_id" UUID NOT NULL,
  "note" TEXT NOT NULL,
  "html" TEXT NOT NULL,
  "renderer_version" INTEGER NOT NULL,
  CONSTRAINT "correction_pkey" PRIMARY KEY ("revision_id"),
  CONSTRAINT "correction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "correction_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "correction_says_something" CHECK ("note" <> '')
);
CREATE INDEX "correction_post_id_idx" ON "correction"("post_id");
