-- Lists go by date and then by post: the index walks in that order, also for the posts beside one.
DROP INDEX "publication_kind_date_id_idx";
CREATE INDEX "publication_kind_date_post_id_idx" ON "publication"("kind", "date" DESC, "post_id" DESC);

-- What readers see of some posts is looked up by their ids.
CREATE INDEX "publication_post_id_idx" ON "publication"("post_id");

-- One post at most is pinned; it is found without looking at the others.
CREATE INDEX "post_pinned_idx" ON "post"("id") WHERE "pinned";
