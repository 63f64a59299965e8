import { type Actor, isEditor } from '@/domain/permissions'
import { keyOf, pageOf, type Place } from '@/domain/posts/desk-paging'
import type { PostStatus } from '@/domain/posts/post'
import { statusSentence } from '@/domain/posts/status-sentence'
import { UNPUBLISHED } from '@/domain/posts/unpublished'
import { getSettings } from '@/domain/settings/queries'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { distanceInWords } from '@/lib/times-in-words'
import { likePattern } from '@/lib/like-pattern'

export type DeskFilter = PostStatus | 'all' | 'planned' | 'submitted'
export type DeskSort = 'changed' | 'date' | 'title'
export type DeskListing = {
  status: DeskFilter
  q: string
  sort: DeskSort
  reverse: boolean
  tag: string
  series: string
  author: string
  kind: 'any' | 'post' | 'page'
  after: Place | null
  before: Place | null
}

/** A post in the desk's list. `sentence` says its state with times in its own zone, else the site's. */
export type DeskRow = {
  id: string
  kind: 'post' | 'page'
  title: string
  status: PostStatus
  sentence: string
  submitted: boolean
  pinned: boolean
  /** How long ago it was saved, in words. */
  changed: string
  authors: string[]
  tags: string[]
}

/** A page of the list: the posts from the `first`th on of `total`, and where the pages beside it begin and end. */
export type DeskList = {
  posts: DeskRow[]
  first: number
  total: number
  after: Place | null
  before: Place | null
  /** How many posts that fit the other filters are in each state. */
  counts: Record<DeskFilter, number>
}

const PER_PAGE = 50

/** A page of the posts this person may see at the desk; the status is told by the database's clock. */
export async function listDeskPosts(actor: Actor, listing: DeskListing): Promise<DeskList> {
  const [counts, { rows, first }, { timeZone }] = await Promise.all([
    countDeskPosts(actor, listing),
    findPage(actor, listing),
    getSettings(),
  ])
  const total = counts[listing.status]
  const [start, end] = [rows[0], rows.at(-1)]
  return {
    posts: rows.map((row) => rowOf(row, timeZone)),
    first: first(total),
    total,
    before: start !== undefined && first(total) > 1 ? placeOf(start) : null,
    after: end !== undefined && first(total) + rows.length <= total ? placeOf(end) : null,
    counts,
  }
}

/** How many posts of each state this person may see. Those in the trash are in no other number. */
export async function countDeskPosts(
  actor: Actor,
  listing: Narrowing = EVERYTHING,
): Promise<Record<DeskFilter, number>> {
  const rows = await db.$queryRaw<
    { status: PostStatus; count: number; submitted: number; planned: number }[]
  >`
    SELECT ${STATUS} AS status, count(*)::int AS count, count(p.submitted_at)::int AS submitted,
      count(p.planned_for)::int AS planned
    FROM post p JOIN revision r ON r.id = p.head_id WHERE ${narrowed(actor, listing)} GROUP BY 1`
  const of = (status: PostStatus) => rows.find((row) => row.status === status)?.count ?? 0
  return {
    all: rows.reduce((sum, { status, count }) => sum + (status === 'trashed' ? 0 : count), 0),
    draft: of('draft'),
    scheduled: of('scheduled'),
    live: of('live'),
    expired: of('expired'),
    trashed: of('trashed'),
    planned: rows.find(({ status }) => status === 'draft')?.planned ?? 0,
    submitted: rows.find(({ status }) => status === 'draft')?.submitted ?? 0,
  }
}

/** The words of `statusOf`, by the database's clock. */
export const STATUS = Prisma.sql`CASE
  WHEN p.trashed_at IS NOT NULL THEN 'trashed' WHEN p.draft THEN 'draft'
  WHEN p.expires_at <= now() AND (p.returns_at IS NULL OR p.returns_at > now()) THEN 'expired' WHEN p.date > now() THEN 'scheduled' ELSE 'live' END`

/** When readers see another text than the one before; not when the post itself comes or comes back. */
const NEXT_CHANGE = Prisma.sql`CASE WHEN p.draft OR p.trashed_at IS NOT NULL THEN NULL ELSE (
  SELECT min(b.visible_from) FROM publication b WHERE b.post_id = p.id AND b.visible_from > now() AND b.visible_from <> p.date
    AND (b.visible_from IS DISTINCT FROM p.returns_at OR b.revision_id IS DISTINCT FROM (
      SELECT a.revision_id FROM publication a WHERE a.post_id = p.id AND a.visible_from < b.visible_from
      ORDER BY a.visible_from DESC LIMIT 1))) END`

/** What a post's state sentence is made of, for a query of `post p`. */
export const DESK_FACTS = Prisma.sql`
  ${STATUS} AS status, now()::timestamptz(3) AS now, p.date, p.date_zone AS "dateZone", p.expires_at AS "expiresAt",
  p.returns_at AS "returnsAt", p.planned_for AS "plannedFor", ${NEXT_CHANGE} AS "nextChange", p.trashed_at AS "trashedAt", p.submitted_at AS "submittedAt", cardinality(${UNPUBLISHED})::int AS "unpublishedChanges",
  EXISTS (SELECT 1 FROM publication b WHERE b.post_id = p.id AND b.visible_from <= now()) AS "wasLive"`

export type DeskFacts = {
  status: PostStatus
  now: Date
  date: Date | null
  dateZone: string | null
  expiresAt: Date | null
  returnsAt: Date | null
  plannedFor: Date | null
  nextChange: Date | null
  trashedAt: Date | null
  submittedAt: Date | null
  unpublishedChanges: number
  wasLive: boolean
}

type Row = Omit<DeskRow, 'sentence' | 'submitted' | 'changed'> &
  DeskFacts & { updatedAt: Date; rest: number; key: string | null }

/** The rows of a page, and which number the first of them has among `total`: told by how many lie beyond it. */
async function findPage(actor: Actor, listing: DeskListing) {
  const { where, order, turned } = pageOf(listing)
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id::text, p.kind::text, r.title, p.pinned, p.updated_at AS "updatedAt", count(*) OVER ()::int AS rest,
      ${keyOf(listing)} AS key, ${DESK_FACTS},
      ARRAY(SELECT a.name FROM revision_byline rb JOIN person a ON a.id = rb.person_id WHERE rb.revision_id = r.id ORDER BY rb.position) AS authors,
      ARRAY(SELECT t.name FROM revision_tag rt JOIN tag t ON t.id = rt.tag_id WHERE rt.revision_id = r.id ORDER BY rt.position) AS tags
    FROM post p JOIN revision r ON r.id = p.head_id
    WHERE ${narrowed(actor, listing)} AND ${ofStatus(listing.status)} AND ${where}
    ORDER BY ${order} LIMIT ${PER_PAGE}`
  const rest = rows[0]?.rest ?? 0
  const first = (total: number) => Math.max(1, (turned ? rest - rows.length : total - rest) + 1)
  return { rows: turned ? rows.reverse() : rows, first }
}

function rowOf({ rest: _rest, key: _key, ...row }: Row, timeZone: string): DeskRow {
  const { now, date, dateZone, expiresAt, trashedAt, submittedAt, wasLive, unpublishedChanges, returnsAt, plannedFor, nextChange, updatedAt, ...shown } = row
  return {
    ...shown,
    submitted: submittedAt !== null,
    changed: distanceInWords(updatedAt, now),
    sentence: statusSentence(row, { zone: dateZone ?? timeZone, now }),
  }
} // prettier-ignore

/** The key of a post without a date is no time that can be written. */
function placeOf({ key, id }: Row): Place {
  return { key: key ?? 'infinity', id }
}

type Narrowing = Pick<DeskListing, 'q' | 'tag' | 'series' | 'author' | 'kind'>
const EVERYTHING: Narrowing = { q: '', tag: '', series: '', author: '', kind: 'any' }

/** Everything a list is narrowed by but the state: every word of the search is in the title. */
function narrowed(actor: Actor, { q, tag, series, author, kind }: Narrowing): Prisma.Sql {
  const words = q.split(/\s+/).filter(Boolean)
  const conditions = [
    mayRead(actor),
    ...words.map((word) => Prisma.sql`r.title ILIKE ${likePattern(word)}`),
    ...(kind === 'any' ? [] : [Prisma.sql`p.kind = ${kind}::"PostKind"`]),
    ...(tag === '' ? [] : [has(Prisma.sql`revision_tag x JOIN tag n ON n.id = x.tag_id`, tag)]),
    ...(series === ''
      ? []
      : [has(Prisma.sql`revision_series x JOIN series n ON n.id = x.series_id`, series)]),
    ...(author === ''
      ? []
      : [has(Prisma.sql`revision_byline x JOIN person n ON n.id = x.person_id`, author)]),
  ]
  return Prisma.join(conditions, ' AND ')
}

function has(names: Prisma.Sql, slug: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM ${names} WHERE x.revision_id = r.id AND n.slug = ${slug})`
}

function ofStatus(status: DeskFilter): Prisma.Sql {
  if (status === 'all') return Prisma.sql`p.trashed_at IS NULL`
  if (status === 'planned') return Prisma.sql`p.trashed_at IS NULL AND p.draft AND p.planned_for IS NOT NULL`
  if (status === 'submitted')
    return Prisma.sql`p.trashed_at IS NULL AND p.draft AND p.submitted_at IS NOT NULL`
  return Prisma.sql`${STATUS} = ${status}`
}

/** The rule of `canReadPost`, for a query of `post p`. */
export function mayRead(actor: Actor): Prisma.Sql {
  if (isEditor(actor)) return Prisma.sql`true`
  return Prisma.sql`(p.created_by_id = ${actor.id}::uuid OR EXISTS (
    SELECT 1 FROM revision_byline rb WHERE rb.revision_id = p.head_id AND rb.person_id = ${actor.id}::uuid))`
}
