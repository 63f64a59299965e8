-- What the renderer notices in a text, and the addresses it leads to: filled by the renderer of the next version. A constant default
-- rewrites no row.
ALTER TABLE "revision"
  ADD COLUMN "noticed" JSONB,
  ADD COLUMN "links" TEXT[] NOT NULL DEFAULT '{}';
CREATE INDEX "revision_links" ON "revision" USING gin ("links");

-- Findings before publishing that somebody chose to ignore, by their key.
ALTER TABLE "post" ADD COLUMN "ignored_findings" TEXT[] NOT NULL DEFAULT '{}';
