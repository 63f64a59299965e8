import { type Actor, allow, canEditPost, canReadPost } from '@/domain/permissions'
import { actInWords, revisionInWords } from '@/domain/posts/history-words'
import { findOwnable } from '@/domain/posts/ownable'
import { getSettings } from '@/domain/settings/queries'
import type { RevisionAct } from '@/generated/prisma/browser'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { momentInWords } from '@/lib/times-in-words'

/** Something that was done, as `Published`, `Ada`, `Friday 27 Nov 2026, 09:00 Berlin`. Nobody in particular is the command line. */
export type Act = { id: string; words: string; by: string | null; when: string }
/** A version with what was done to it, or an act that is about no version. */
export type HistoryEntry = Act & { version: number | null; acts: Act[]; isLive: boolean }
export type History = {
  post: { id: string; title: string; version: number; mayEdit: boolean }
  entries: HistoryEntry[]
  page: number
  pages: number
}

const PER_PAGE = 50

/** A page (from 1) of everything that was saved and done, the newest first. */
export async function listHistory(
  actor: Actor,
  { id, page }: { id: string; page: number },
): Promise<History> {
  const [post, { timeZone }] = await Promise.all([findOwnable(id), getSettings()])
  allow(canReadPost(actor, post))
  const rows = await findRows(id, page)
  const acts = await findActs(
    id,
    rows.flatMap(({ version }) => version ?? []),
  )
  const zone = post.dateZone ?? timeZone
  const told = (row: ActRow): Act => ({
    id: row.id,
    words: actInWords(row, zone),
    by: row.by,
    when: momentInWords(row.at, zone),
  })
  const entries = rows.map((row) => ({
    ...told(row),
    ...(row.act === null ? {} : { words: revisionInWords(row.act) }),
    version: row.version,
    isLive: row.isLive,
    acts: acts.filter(({ version }) => row.version !== null && version === row.version).map(told),
  }))
  const { title, version } = post
  const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / PER_PAGE))
  return { post: { id, title, version, mayEdit: canEditPost(actor, post) }, entries, page, pages }
}

type ActRow = { id: string; type: string; data: unknown; at: Date; by: string | null; version: number | null }
type Row = ActRow & { act: RevisionAct | null; isLive: boolean; total: number }

/** Saves are versions themselves, and what the clock did follows from what somebody did before. */
const TOLD = Prisma.sql`e.type NOT IN ('post.created', 'post.saved', 'post.imported', 'post.appeared', 'post.changed', 'post.withdrawn')`

async function findRows(id: string, page: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT entry.*, person.name AS by, count(*) OVER ()::int AS total FROM (
      SELECT r.id::text, r.number AS version, r.act::text, 'revision' AS type, NULL::jsonb AS data, r.at, r.by_id,
        EXISTS (SELECT 1 FROM live_publication l WHERE l.revision_id = r.id) AS "isLive"
      FROM revision r WHERE r.post_id = ${id}::uuid
      UNION ALL
      SELECT e.id::text, NULL, NULL, e.type, e.data, e.at, e.actor_id, false
      FROM event e WHERE e.post_id = ${id}::uuid AND ${TOLD} AND NOT EXISTS (
        SELECT 1 FROM revision r WHERE r.post_id = e.post_id AND r.number::text = e.data->>'version')
    ) entry LEFT JOIN person ON person.id = entry.by_id
    ORDER BY entry.at DESC, entry.version DESC NULLS FIRST LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}`
}

async function findActs(id: string, versions: number[]): Promise<ActRow[]> {
  return db.$queryRaw<ActRow[]>`
    SELECT e.id::text, e.type, e.data, e.at, person.name AS by, (e.data->>'version')::int AS version
    FROM event e LEFT JOIN person ON person.id = e.actor_id
    WHERE e.post_id = ${id}::uuid AND ${TOLD} AND e.data->>'version' = ANY (${versions.map(String)}) ORDER BY e.id`
}
