-- Whether feeds carry whole texts, and when the settings were last changed, which changes every feed.
ALTER TABLE "settings"
  ADD COLUMN IF NOT EXISTS "feed_content" TEXT NOT NULL DEFAULT 'whole',
  ADD COLUMN IF NOT EXISTS "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  DROP CONSTRAINT IF EXISTS "settings_feed_content";
ALTER TABLE "settings" ADD CONSTRAINT "settings_feed_content" CHECK ("feed_content" IN ('whole', 'summary'));
