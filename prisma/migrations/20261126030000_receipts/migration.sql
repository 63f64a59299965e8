-- What the site was seen to show after readers were shown something else, and what was told elsewhere.
CREATE TABLE "receipt" (
    "event_id" BIGINT NOT NULL,
    "post_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("event_id")
);
CREATE INDEX "receipt_post_id_event_id_idx" ON "receipt"("post_id", "event_id" DESC);
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "receipt_step" (
    "event_id" BIGINT NOT NULL,
    "step" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "receipt_step_pkey" PRIMARY KEY ("event_id", "step")
);
ALTER TABLE "receipt_step" ADD CONSTRAINT "receipt_step_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "receipt"("event_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which jobs somebody was told of because they keep failing.
CREATE TABLE "job_alarm" (
    "job_id" BIGINT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_alarm_pkey" PRIMARY KEY ("job_id")
);

-- The server processes that carry out jobs, and when each was last heard of.
CREATE TABLE "instance" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);
