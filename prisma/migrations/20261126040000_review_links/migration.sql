-- Links by which a version that is not on the site can be read without an account.
CREATE TABLE "review_link" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "post_id" UUID NOT NULL,
    "revision_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "views" INTEGER NOT NULL DEFAULT 0,
    "last_viewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_link_ends" CHECK ("expires_at" > "created_at"),
    CONSTRAINT "review_link_seen" CHECK (("views" = 0) = ("last_viewed_at" IS NULL))
);
CREATE UNIQUE INDEX "review_link_hash_key" ON "review_link"("hash");
CREATE INDEX "review_link_post_id_created_at_idx" ON "review_link"("post_id", "created_at" DESC);
CREATE INDEX "review_link_revision_id_idx" ON "review_link"("revision_id");
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "review_link" ADD CONSTRAINT "review_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Superseded versions are deleted from now on: one that readers see or saw must never be among them.
ALTER TABLE "publication" DROP CONSTRAINT "publication_revision_id_fkey";
ALTER TABLE "publication" ADD CONSTRAINT "publication_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
