import { randomUUID } from 'node:crypto'
import { pathOf } from '@/domain/posts/post'
import type { PostContent } from '@/domain/posts/schema'
import { freeSlug, heldSlugs, isReserved } from '@/domain/posts/slugs'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import { slugKey } from '@/domain/transfer/planned-addresses'
import { planRedirects } from '@/domain/transfer/redirects'
import type { Run } from '@/domain/transfer/run'
import type { Tx } from '@/lib/db'

/** A file of the source that is new here, with its text as we keep it. */
export type Arrival = {
  incoming: IncomingPost
  content: PostContent
  bytes: Uint8Array
  sha256: string
  position: number
  notes: string[]
}

/** An arrival with everything decided that its rows need. */
export type Settled = Arrival & {
  id: string
  revisionId: string
  kind: 'post' | 'page'
  slug: string
  language: string | null
  path: string
  draft: boolean
  date: Date | null
  expiresAt: Date | null
  feedId: string
  pinned: boolean
  /** Old addresses that will lead here. */
  redirects: string[]
}

/** Gives each arrival its ids, a slug nobody has and its dates; says in its notes what was decided for it. */
export async function settleArrivals(
  tx: Tx,
  arrivals: Arrival[],
  { language: home, taken, now }: Pick<Run, 'language' | 'taken'> & { now: Date },
): Promise<Settled[]> {
  for (const id of await takenFeedIds(tx, arrivals)) taken.feedIds.add(id)
  const held = await heldSlugs(
    tx,
    arrivals.map(({ content }) => content.slug),
  )
  const pinned = choosePinned(arrivals, taken)
  const settled: Omit<Settled, 'redirects'>[] = []
  for (const arrival of arrivals) {
    const { incoming, content } = arrival
    const id = randomUUID()
    const kind = content.kind
    const language =
      incoming.language === null || sameLanguage(incoming.language, home) ? null : incoming.language
    const place = { kind, language, slug: content.slug }
    const isTaken = (slug: string) => taken.slugs.has(slugKey({ ...place, slug }))
    const isFree = content.slug !== '' && !held.has(content.slug) && !isTaken(content.slug)
    const slug =
      isFree && !isReserved(kind, content.slug)
        ? content.slug
        : await freeSlug(tx, { ...place, postId: id }, isTaken)
    if (slug !== content.slug) arrival.notes.push(`${whyAnother(kind, content.slug)}; it is now ${slug}`)
    taken.slugs.add(slugKey({ ...place, slug }))
    const feedId =
      incoming.feedId !== null && !taken.feedIds.has(incoming.feedId)
        ? incoming.feedId
        : `urn:uuid:${randomUUID()}`
    taken.feedIds.add(feedId)
    const path = pathOf({ kind, slug, language })
    settled.push({
      ...arrival,
      ...datesOf(arrival, now),
      id,
      revisionId: randomUUID(),
      kind,
      slug,
      language,
      path,
      feedId,
      pinned: arrival === pinned,
    })
  }
  const redirects = await planRedirects(tx, settled, taken)
  return settled.map((arrival) => ({ ...arrival, redirects: redirects.get(arrival.id) ?? [] }))
}

/** The home page holds one pinned post: the newest of these, unless there is one already. */
function choosePinned(arrivals: Arrival[], taken: Run['taken']): Arrival | null {
  const wanted = arrivals.filter(({ incoming }) => incoming.pinned && incoming.kind === 'post')
  const newest = wanted.toSorted((one, other) => Number(other.incoming.date) - Number(one.incoming.date))[0]
  const chosen = taken.pin ? null : (newest ?? null)
  for (const arrival of wanted)
    if (arrival !== chosen) arrival.notes.push('another post is pinned to the home page, which holds one')
  taken.pin ||= chosen !== null
  return chosen
}

function whyAnother(kind: Settled['kind'], slug: string): string {
  return isReserved(kind, slug)
    ? `the address /${slug} belongs to the site itself`
    : `the slug ${slug} was taken`
}

/** A post without a date is a draft; a page needs none and gets the moment it came. */
function datesOf({ incoming, notes }: Arrival, now: Date) {
  const date = incoming.date ?? (incoming.kind === 'page' ? now : null)
  if (date === null && !incoming.draft) notes.push('it has no date, so it is a draft')
  const backwards = incoming.expires !== null && date !== null && incoming.expires <= date
  if (backwards) notes.push('it expires before its date, so the expiry was left out')
  return { date, draft: incoming.draft || date === null, expiresAt: backwards ? null : incoming.expires }
}

async function takenFeedIds(tx: Tx, arrivals: Arrival[]): Promise<Set<string>> {
  const wanted = arrivals.flatMap(({ incoming }) => incoming.feedId ?? [])
  if (wanted.length === 0) return new Set()
  const rows = await tx.post.findMany({ where: { feedId: { in: wanted } }, select: { feedId: true } })
  return new Set(rows.map(({ feedId }) => feedId))
}

function sameLanguage(one: string, other: string): boolean {
  return one.toLowerCase().split('-')[0] === other.toLowerCase().split('-')[0]
}
