import { db } from '@/lib/db'

/** What a path is at this moment. `moved` names the path to go to; only a live post or a fixed target is ever named. */
export type AddressState = { is: 'live' } | { is: 'moved'; to: string } | { is: 'gone' } | { is: 'unknown' }

type Row = { live: boolean; moved: string | null; gone: boolean }

/**
 * Which post a reader's path belongs to, by the database's clock: live, moved (an earlier slug or an imported address of a live
 * post), gone (readers saw it once and it has expired, was trashed or deleted), or unknown. A post that went back to draft is
 * unknown, whatever addresses it had.
 */
export async function resolveAddress(path: string): Promise<AddressState> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH holder AS (
      (SELECT post_id, NULL::text AS target FROM publication
        WHERE path = ${path} AND visible_from <= now() ORDER BY visible_from DESC LIMIT 1)
      UNION ALL
      SELECT post_id, target FROM address WHERE path = ${path}
      LIMIT 1
    )
    SELECT
      EXISTS (SELECT 1 FROM live_publication WHERE path = ${path}) AS live,
      coalesce((SELECT l.path FROM live_publication l WHERE l.post_id = h.post_id), h.target) AS moved,
      CASE WHEN p.id IS NULL THEN h.target IS NULL
        ELSE (p.trashed_at IS NOT NULL OR (NOT p.draft AND coalesce(p.expires_at <= now(), false)))
          AND EXISTS (SELECT 1 FROM publication b WHERE b.post_id = p.id AND b.visible_from <= now()) END AS gone
    FROM holder h LEFT JOIN post p ON p.id = h.post_id`
  if (row === undefined) return { is: 'unknown' }
  if (row.live) return { is: 'live' }
  if (row.moved !== null) return { is: 'moved', to: row.moved }
  return row.gone ? { is: 'gone' } : { is: 'unknown' }
}
