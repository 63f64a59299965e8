import { adviseOn, type Finding } from '@/domain/findings/finding'
import { db } from '@/lib/db'

type Wish = { postId: string; path: string; at: Date }
type Row = { title: string; taken: boolean; public: boolean }

/** Whether the address is another post's from that moment on, which stops, or leads to another post until then. */
export async function findAtSlug({ postId, path, at }: Wish): Promise<Finding[]> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT r.title, b.visible_until IS NULL OR b.visible_until > ${at} AS taken,
      EXISTS (SELECT 1 FROM live_publication l WHERE l.post_id = b.post_id) AS public
    FROM publication b JOIN post p ON p.id = b.post_id JOIN revision r ON r.id = coalesce(
      (SELECT l.revision_id FROM live_publication l WHERE l.post_id = b.post_id), b.revision_id)
    WHERE b.path = ${path} AND b.post_id <> ${postId}::uuid
    ORDER BY taken DESC, b.visible_from DESC LIMIT 1`
  if (row === undefined) return []
  // A title that readers do not see is not for everybody who publishes.
  const who = row.public ? `“${row.title}”` : 'another post'
  if (row.taken) {
    const why = 'Choose another slug.'
    return [{ ...adviseOn('slug', { key: 'slug taken', sentence: `${decodeURI(path)} is the address of ${who}`, why }), stops: true }] // prettier-ignore
  }
  if (!row.public) return []
  return [
    adviseOn('slug', {
      key: `slug moved ${path}`,
      sentence: `${decodeURI(path)} is an old address of ${who} and leads there`,
      why: 'From then on it leads here, and whoever follows an old link to that post finds this one.',
    }),
  ]
}
