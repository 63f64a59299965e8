ALTER TABLE "revision" ADD COLUMN "featured_image_alt" TEXT;
