-- Made once per revision, because making it for each question took seconds on two thousand posts.
ALTER TABLE "revision" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', "title"), 'A')
  || setweight(to_tsvector('english', coalesce("description", '')), 'B')
  || to_tsvector('english', left(coalesce("text", ''), 20000))
) STORED;
CREATE INDEX "revision_search" ON "revision" USING gin ("search");
