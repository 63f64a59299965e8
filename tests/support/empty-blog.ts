import { db } from '@/lib/db'

/** Takes everything out of the database of this test that an import or a writer brings in. */
export async function emptyBlog(): Promise<void> {
  await db.$executeRaw`TRUNCATE post, source_file, media, tag, series, address, event CASCADE`
  await db.$executeRaw`DELETE FROM person`
}
