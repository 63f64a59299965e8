-- The widths in pixels in which a picture is also kept as WebP; none were tried before.
ALTER TABLE "media" ADD COLUMN "widths" INTEGER[];
CREATE INDEX "media_without_widths" ON "media"("id") WHERE "widths" IS NULL;
