import { mendPlaces, type Places, placesOf } from '@/domain/posts/list-places'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { mayRemember, onExpire } from '@/lib/remembered'

/** Which live posts a list holds: all, or those of one tag, series or author. Pages are never listed. */
export type ListScope = { tag?: string; series?: string; author?: string }

type Order = { known: Promise<Places>; bytes: number; unsure: Set<string> }

/** Half a million places. */
const MOST_BYTES = 12_000_000
/** More changes than this, and reading the list anew is cheaper. */
const MANY = 50

const orders = new Map<string, Order>()
onExpire(forget)

/** The name under which a list expires, as `stale.ts` has it. */
export function nameOfScope({ tag, series, author }: ListScope): string {
  if (tag !== undefined) return `tagged:${tag}`
  if (series !== undefined) return `in-series:${series}`
  return author === undefined ? 'posts' : `by:${author}`
}

/**
 * The live posts of a list, newest first. The list is remembered as long as the server hears of changes, and mended by the few
 * posts that changed: its length and any page of it cost the same for ten posts and for a hundred thousand. It is mended in
 * place, so what is wanted of it is to be read at once.
 */
export async function readingOrder(scope: ListScope): Promise<Places> {
  if (!mayRemember()) return load(scope)
  const name = nameOfScope(scope)
  const order = orders.get(name) ?? { known: load(scope), bytes: 0, unsure: new Set<string>() }
  // A Map remembers the order of insertion: what was asked for last stands last.
  orders.delete(name)
  orders.set(name, order)
  if (order.unsure.size > 0) {
    const ids = [...order.unsure]
    order.unsure.clear()
    order.known = order.known.then((known) => mend(known, { scope, ids }))
  }
  try {
    const places = await order.known
    order.bytes = places.bytes.length
    makeRoom()
    return places
  } catch (error) {
    if (orders.get(name) === order) orders.delete(name)
    throw error
  }
}

/** What a change says about each list: everything, some posts of it, or (as when tags merge) the list itself. */
function forget(tags: readonly string[]): void {
  if (tags.includes('all')) return orders.clear()
  const ids = tags.filter((tag) => tag.startsWith('post:')).map((tag) => tag.slice('post:'.length))
  for (const name of tags) {
    const order = orders.get(name)
    if (order === undefined) continue
    for (const id of ids) order.unsure.add(id)
    if (ids.length === 0 || order.unsure.size > MANY) orders.delete(name)
  }
}

function makeRoom(): void {
  let total = 0
  for (const { bytes } of orders.values()) total += bytes
  for (const [name, { bytes }] of orders) {
    if (total <= MOST_BYTES) return
    orders.delete(name)
    total -= bytes
  }
}

function load(scope: ListScope): Promise<Places> {
  return ask(belongs(scope))
}

async function mend(known: Places, { scope, ids }: { scope: ListScope; ids: string[] }): Promise<Places> {
  mendPlaces(known, ids, await ask(Prisma.sql`l.post_id = ANY(${ids}::uuid[]) AND ${belongs(scope)}`))
  return known
}

/** One long value, because a hundred thousand rows take Prisma half a second. */
async function ask(which: Prisma.Sql): Promise<Places> {
  const [row] = await db.$queryRaw<{ places: Uint8Array | null }[]>`
    SELECT string_agg(
      uuid_send(l.post_id) || float8send((extract(epoch FROM l.date) * 1000)::bigint::float8), ''::bytea
      ORDER BY l.date DESC, l.post_id DESC) AS places
    FROM live_publication l WHERE ${which}`
  return placesOf(row?.places ?? null)
}

function belongs({ tag, series, author }: ListScope): Prisma.Sql {
  if (tag !== undefined)
    return Prisma.sql`l.kind = 'post' AND l.revision_id IN (
      SELECT rt.revision_id FROM revision_tag rt JOIN tag t ON t.id = rt.tag_id WHERE t.slug = ${tag})`
  if (series !== undefined)
    return Prisma.sql`l.kind = 'post' AND l.revision_id IN (
      SELECT rs.revision_id FROM revision_series rs JOIN series s ON s.id = rs.series_id WHERE s.slug = ${series})`
  if (author !== undefined)
    return Prisma.sql`l.kind = 'post' AND l.revision_id IN (
      SELECT rb.revision_id FROM revision_byline rb JOIN person p ON p.id = rb.person_id WHERE p.slug = ${author})`
  return Prisma.sql`l.kind = 'post'`
}
