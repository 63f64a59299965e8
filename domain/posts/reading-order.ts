import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { mayRemember, onExpire } from '@/lib/remembered'

/** Which live posts a list holds: all, or those of one tag, series or author. Pages are never listed. */
export type ListScope = { tag?: string; series?: string; author?: string }

/** Where a post stands: lists go by date, newest first, and posts of one date by id. */
type Place = { id: string; date: number }

/** The places of a list in its order, and each by its post. Mended in place: who reads it takes what it needs at once. */
type Known = { places: Place[]; byPost: Map<string, Place> }
type Order = { known: Promise<Known>; length: number; unsure: Set<string> }

/** Some 130 bytes each. */
const MOST_PLACES = 500_000
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
 * The ids of the live posts of a list, newest first; it may change with the next `await`. The list is remembered as long as the server hears of changes, and
 * mended by the few posts that changed: its length and any page of it cost the same for ten posts and for a hundred thousand.
 */
export async function readingOrder(scope: ListScope): Promise<Place[]> {
  if (!mayRemember()) return load(scope)
  const name = nameOfScope(scope)
  const order = orders.get(name) ?? { known: learn(scope), length: 0, unsure: new Set<string>() }
  // A Map remembers the order of insertion: what was asked for last stands last.
  orders.delete(name)
  orders.set(name, order)
  if (order.unsure.size > 0) {
    const ids = [...order.unsure]
    order.unsure.clear()
    order.known = order.known.then((known) => mend(known, { scope, ids }))
  }
  try {
    const { places } = await order.known
    order.length = places.length
    makeRoom()
    return places
  } catch (error) {
    if (orders.get(name) === order) orders.delete(name)
    throw error
  }
}

/** The places of a list that stand next to a date, `count` before it and as many after. */
export function placesAround(places: Place[], date: Date, count: number): Place[] {
  const at = positionOf({ id: '', date: date.getTime() }, places)
  return places.slice(Math.max(0, at - count), at + count)
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
  for (const { length } of orders.values()) total += length
  for (const [name, { length }] of orders) {
    if (total <= MOST_PLACES) return
    orders.delete(name)
    total -= length
  }
}

async function load(scope: ListScope): Promise<Place[]> {
  // One long text, because a hundred thousand rows take Prisma half a second.
  const [row] = await db.$queryRaw<{ places: string | null }[]>`
    SELECT string_agg(l.post_id::text || (extract(epoch FROM l.date) * 1000)::bigint, ',' ORDER BY l.date DESC, l.post_id DESC) AS places
    FROM live_publication l WHERE ${belongs(scope)}`
  return readPlaces(row?.places ?? null)
}

async function learn(scope: ListScope): Promise<Known> {
  const places = await load(scope)
  return { places, byPost: new Map(places.map((place) => [place.id, place])) }
}

async function mend(known: Known, { scope, ids }: { scope: ListScope; ids: string[] }): Promise<Known> {
  const [row] = await db.$queryRaw<{ places: string | null }[]>`
    SELECT string_agg(l.post_id::text || (extract(epoch FROM l.date) * 1000)::bigint, ',') AS places
    FROM live_publication l WHERE l.post_id = ANY(${ids}::uuid[]) AND ${belongs(scope)}`
  const { places, byPost } = known
  for (const id of ids) {
    const place = byPost.get(id)
    if (place === undefined) continue
    places.splice(positionOf(place, places), 1)
    byPost.delete(id)
  }
  for (const place of readPlaces(row?.places ?? null)) {
    places.splice(positionOf(place, places), 0, place)
    byPost.set(place.id, place)
  }
  return known
}

function readPlaces(text: string | null): Place[] {
  if (text === null) return []
  return text.split(',').map((place) => ({ id: place.slice(0, 36), date: Number(place.slice(36)) }))
}

/** Where a place goes in a list that is in order. */
function positionOf(place: Place, places: Place[]): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = places[middle]
    if (there !== undefined && isBefore(there, place)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(a: Place, b: Place): boolean {
  return a.date === b.date ? a.id > b.id : a.date > b.date
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
