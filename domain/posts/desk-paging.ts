import type { DeskListing, DeskSort } from '@/domain/posts/desk-queries'
import { Prisma } from '@/generated/prisma/client'

/** Where a page of the list begins or ends: what a post is sorted by, and its id. */
export type Place = { key: string; id: string }

/** What each order sorts `post p` with its newest `revision r` by. Posts of the same key follow by id. */
const KEYS: Record<DeskSort, { key: Prisma.Sql; type: Prisma.Sql; usual: 'up' | 'down' }> = {
  changed: { key: Prisma.sql`p.updated_at`, type: Prisma.sql`timestamptz`, usual: 'down' },
  date: {
    key: Prisma.sql`coalesce(CASE WHEN p.draft THEN coalesce(p.planned_for, p.date) ELSE p.date END, 'infinity')`,
    type: Prisma.sql`timestamptz`,
    usual: 'down',
  },
  // A title may be long and stands in the address of the next page: what the first 80 signs leave open, the id decides.
  title: { key: Prisma.sql`left(lower(r.title), 80)`, type: Prisma.sql`text`, usual: 'up' },
}

/** The key of a post as text, to begin the next page after it. */
export function keyOf({ sort }: Pick<DeskListing, 'sort'>): Prisma.Sql {
  if (sort === 'title') return KEYS.title.key
  return Prisma.sql`to_char(${KEYS[sort].key} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

type Page = Pick<DeskListing, 'sort' | 'reverse' | 'after' | 'before'>

/**
 * How to read one page of the list: the posts on the far side of `where`, in this order. `turned` when that is from the page's end
 * to its beginning, because it is known only before what it ends.
 */
export function pageOf({ sort, reverse, after, before }: Page) {
  const { key, type, usual } = KEYS[sort]
  const place = isKeyOf(sort, after) ? after : null
  const end = place === null && isKeyOf(sort, before) ? before : null
  const isDown = (usual === 'down') !== reverse
  const goesDown = end === null ? isDown : !isDown
  const order = goesDown ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const from = place ?? end
  return {
    turned: end !== null,
    where:
      from === null
        ? Prisma.sql`true`
        : Prisma.sql`(${key}, p.id) ${goesDown ? Prisma.sql`<` : Prisma.sql`>`} (${from.key}::${type}, ${from.id}::uuid)`,
    order: Prisma.sql`${key} ${order}, p.id ${order}`,
  }
}

/** An address that somebody made up must not reach the database as a moment that is none. */
function isKeyOf(sort: DeskSort, place: Place | null): place is Place {
  if (place === null) return false
  if (sort === 'title' || place.key === 'infinity') return true
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(place.key) && !Number.isNaN(Date.parse(place.key))
}
