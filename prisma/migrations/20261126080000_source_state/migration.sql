-- What a file said when it came in, so that an export can tell what was changed here since.
ALTER TABLE "source_file" ADD COLUMN "revision_id" UUID, ADD COLUMN "state" JSONB;

CREATE UNIQUE INDEX "source_file_revision_id_key" ON "source_file"("revision_id");

ALTER TABLE "source_file" ADD CONSTRAINT "source_file_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;
