import { Prisma } from '@/generated/prisma/client'
import { namesOfUsedMedia } from '@/domain/transfer/used-media'
import type { Tx } from '@/lib/db'

/** A post of the unit as it is now. */
export type UndoPost = {
  id: string
  path: string
  title: string
  verdict: string
  /** Whether somebody changed it here, or a later import did, since the unit brought it. */
  edited: boolean
}

/** What goes when these posts go and these others go back to what they were. */
export type Unused = { tags: string[]; series: string[]; people: string[]; media: string[] }

/** Acts of the desk that make a post somebody's work; that it appeared at its time or was trashed does not. */
const WORK = [
  'post.saved',
  'post.submitted',
  'post.published',
  'post.scheduled',
  'post.updated',
  'post.unpublished',
  'post.redated',
  'post.planned',
  'post.change-scheduled',
  'post.change-moved',
  'post.change-renewed',
  'post.change-cancelled',
  'post.pinned',
  'post.restored',
]

/** The posts that the unit created or changed and that were not undone yet. */
export async function postsToUndo(tx: Pick<Tx, '$queryRaw'>, importId: string): Promise<UndoPost[]> {
  return tx.$queryRaw<UndoPost[]>`
    SELECT p.id::text AS id, f.path, r.title, f.verdict, (p.version <> f.version OR EXISTS (
      SELECT 1 FROM event e WHERE e.post_id = p.id AND e.type = ANY(${WORK}) AND e.id > coalesce(
        (SELECT max(i.id) FROM event i WHERE i.post_id = p.id AND i.type = 'post.imported'), 0))) AS edited
    FROM import_file f JOIN post p ON p.id = f.post_id JOIN revision r ON r.id = p.head_id
    WHERE f.import_id = ${importId}::uuid AND NOT f.rehearsed AND NOT f.undone
      AND f.verdict IN ('created', 'updated', 'revision')
    ORDER BY f.position`
}

/** What the unit made and nobody else uses, once the posts `ids` are without what it brought. */
export async function findUnused(
  tx: Pick<Tx, '$queryRaw'>,
  importId: string,
  ids: string[],
): Promise<Unused> {
  const unit = Prisma.sql`${importId}::uuid`
  // Texts that go with the unit: all of a post that it created, and the one it gave to another.
  const going = Prisma.sql`SELECT 1 FROM import_file f WHERE f.import_id = ${unit} AND f.post_id = r.post_id
    AND f.post_id = ANY(${ids}::uuid[]) AND (f.verdict = 'created' OR f.version = r.number)`
  const made = (kind: string) =>
    Prisma.sql`SELECT t.key FROM import_thing t WHERE t.import_id = ${unit} AND t.kind = ${kind}`
  const tags = await tx.$queryRaw<{ key: string }[]>`${made('tag')} AND NOT EXISTS (
    SELECT 1 FROM revision_tag u JOIN revision r ON r.id = u.revision_id WHERE u.tag_id = t.key::uuid AND NOT EXISTS (${going}))`
  const series = await tx.$queryRaw<{ key: string }[]>`${made('series')} AND NOT EXISTS (
    SELECT 1 FROM revision_series u JOIN revision r ON r.id = u.revision_id WHERE u.series_id = t.key::uuid AND NOT EXISTS (${going}))`
  const people = await tx.$queryRaw<{ key: string }[]>`${made('person')}
    AND EXISTS (SELECT 1 FROM person p WHERE p.id = t.key::uuid AND p.email IS NULL AND p.password_hash IS NULL) AND NOT EXISTS (
    SELECT 1 FROM revision_byline u JOIN revision r ON r.id = u.revision_id WHERE u.person_id = t.key::uuid AND NOT EXISTS (${going}))`
  const media = await tx.$queryRaw<{ key: string; name: string }[]>`SELECT m.id::text AS key, m.key AS name
    FROM import_thing t JOIN media m ON m.id = t.key::uuid WHERE t.import_id = ${unit} AND t.kind = 'media'`
  const used = media.length === 0 ? new Set<string>() : await namesOfUsedMedia(tx, going)
  return {
    tags: tags.map(({ key }) => key),
    series: series.map(({ key }) => key),
    people: people.map(({ key }) => key),
    media: media.filter(({ name }) => !used.has(name)).map(({ key }) => key),
  }
}
