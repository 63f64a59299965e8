-- A post that leaves the site may come back at a moment, and a draft may be meant for one without a commitment.
ALTER TABLE "post"
  ADD COLUMN "expires_zone" TEXT,
  ADD COLUMN "returns_at" TIMESTAMPTZ(3),
  ADD COLUMN "planned_for" TIMESTAMPTZ(3),
  ADD COLUMN "planned_zone" TEXT,
  ADD CONSTRAINT "post_returns_after_expiry" CHECK ("returns_at" > "expires_at");

-- The zone in which the moment of a scheduled change was chosen; null: that of the post.
ALTER TABLE "publication" ADD COLUMN "zone" TEXT;
