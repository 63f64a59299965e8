-- What the world was last told of a post that readers see.
CREATE TABLE "announcement" (
    "post_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("post_id")
);
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who reads a blog knows what is live already: only what comes from now on is news.
INSERT INTO "announcement" ("post_id", "revision_id", "path") SELECT "post_id", "revision_id", "path" FROM "live_publication";

ALTER TABLE "post" DROP COLUMN "announced_at";
