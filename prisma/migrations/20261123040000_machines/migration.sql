-- What search engines are asked to leave out, and where weaknesses are told.
ALTER TABLE "revision" ADD COLUMN "noindex" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "settings" ADD COLUMN "security_contact" TEXT NOT NULL DEFAULT '';
