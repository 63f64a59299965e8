import { type Actor, isEditor } from '@/domain/permissions'
import type { PostStatus } from '@/domain/posts/post'
import { statusSentence } from '@/domain/posts/status-sentence'
import { UNPUBLISHED } from '@/domain/posts/unpublished'
import { getSettings } from '@/domain/settings/queries'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { distanceInWords } from '@/lib/times-in-words'

export type DeskFilter = PostStatus | 'all' | 'planned' | 'submitted'
export type DeskSort = 'changed' | 'date' | 'title'
export type DeskListing = {
  status: DeskFilter
  q: string
  sort: DeskSort
  tag: string
  author: string
  page: number
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

export type DeskList = { posts: DeskRow[]; total: number; pages: number; counts: Record<DeskFilter, number> }

const PER_PAGE = 50

/** A page (from 1) of the posts this person may see at the desk; the status is told by the database's clock. */
export async function listDeskPosts(actor: Actor, listing: DeskListing): Promise<DeskList> {
  const [counts, rows, { timeZone }] = await Promise.all([
    countDeskPosts(actor),
    findRows(actor, listing),
    getSettings(),
  ])
  const total = rows[0]?.total ?? 0
  const posts = rows.map(
    ({
      total: _total,
      now,
      date,
      dateZone,
      expiresAt,
      trashedAt,
      submittedAt,
      wasLive,
      unpublishedChanges,
      returnsAt,
      plannedFor,
      nextChange,
      updatedAt,
      ...row
    }) => ({
      ...row,
      submitted: submittedAt !== null,
      changed: distanceInWords(updatedAt, now),
      sentence: statusSentence(
        {
          ...row,
          date,
          expiresAt,
          returnsAt,
          trashedAt,
          submittedAt,
          wasLive,
          unpublishedChanges,
          plannedFor,
          nextChange,
        },
        { zone: dateZone ?? timeZone, now },
      ),
    }),
  )
  return { posts, total, pages: Math.max(1, Math.ceil(total / PER_PAGE)), counts }
}

/** How many posts of each state this person may see. Those in the trash are in no other number. */
export async function countDeskPosts(actor: Actor): Promise<Record<DeskFilter, number>> {
  const rows = await db.$queryRaw<
    { status: PostStatus; count: number; submitted: number; planned: number }[]
  >`
    SELECT ${STATUS} AS status, count(*)::int AS count, count(p.submitted_at)::int AS submitted,
      count(p.planned_for)::int AS planned
    FROM post p WHERE ${mayRead(actor)} GROUP BY 1`
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
  DeskFacts & { updatedAt: Date; total: number }

async function findRows(actor: Actor, { status, q, sort, tag, author, page }: DeskListing): Promise<Row[]> {
  const conditions = [
    mayRead(actor),
    ofStatus(status),
    ...(q === '' ? [] : [Prisma.sql`r.title ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`]),
    ...(tag === ''
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM revision_tag rt JOIN tag t ON t.id = rt.tag_id
      WHERE rt.revision_id = r.id AND t.slug = ${tag})`,
        ]),
    ...(author === ''
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM revision_byline rb JOIN person a ON a.id = rb.person_id
      WHERE rb.revision_id = r.id AND a.slug = ${author})`,
        ]),
  ]
  return db.$queryRaw<Row[]>`
    SELECT p.id::text, p.kind::text, r.title, p.pinned, p.updated_at AS "updatedAt", count(*) OVER ()::int AS total, ${DESK_FACTS},
      ARRAY(SELECT a.name FROM revision_byline rb JOIN person a ON a.id = rb.person_id WHERE rb.revision_id = r.id ORDER BY rb.position) AS authors,
      ARRAY(SELECT t.name FROM revision_tag rt JOIN tag t ON t.id = rt.tag_id WHERE rt.revision_id = r.id ORDER BY rt.position) AS tags
    FROM post p JOIN revision r ON r.id = p.head_id
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${ORDERS[sort]}, p.id DESC LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}`
}

const ORDERS: Record<DeskSort, Prisma.Sql> = {
  changed: Prisma.sql`p.updated_at DESC`,
  date: Prisma.sql`CASE WHEN p.draft THEN coalesce(p.planned_for, p.date) ELSE p.date END DESC NULLS FIRST`,
  title: Prisma.sql`lower(r.title)`,
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
