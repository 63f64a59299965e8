import type { ZoneTimes } from '@/domain/settings/schema'
import type { Tx } from '@/lib/db'

const MOST_SHOWN = 50

/** Every moment that somebody chose and that lies ahead, the next one first. */
export async function findZoneTimes(tx: Pick<Tx, '$queryRaw'>): Promise<ZoneTimes> {
  const rows = await tx.$queryRaw<(ZoneTimes['times'][number] & { total: number })[]>`
    WITH ahead AS (
      SELECT id, 'goes live' AS what, date AS at FROM post WHERE NOT draft AND trashed_at IS NULL AND date > now()
      UNION ALL SELECT b.post_id, 'changes', b.visible_from FROM publication b JOIN post p ON p.id = b.post_id
        WHERE b.visible_from > now() AND b.visible_from <> p.date AND b.visible_from IS DISTINCT FROM p.returns_at
      UNION ALL SELECT id, 'leaves the site', expires_at FROM post WHERE NOT draft AND trashed_at IS NULL AND expires_at > now()
      UNION ALL SELECT id, 'comes back', returns_at FROM post WHERE NOT draft AND trashed_at IS NULL AND returns_at > now()
      UNION ALL SELECT id, 'is planned for', planned_for FROM post WHERE draft AND trashed_at IS NULL AND planned_for > now())
    SELECT p.id::text, r.title, a.what, a.at, count(*) OVER ()::int AS total
    FROM ahead a JOIN post p ON p.id = a.id JOIN revision r ON r.id = p.head_id ORDER BY a.at, p.id LIMIT ${MOST_SHOWN}`
  return { total: rows[0]?.total ?? 0, times: rows.map(({ total: _total, ...time }) => time) }
}
