import { randomUUID } from 'node:crypto'
import { pathOf } from '@/domain/posts/post'
import type { PostContent } from '@/domain/posts/schema'
import { freeSlug, isReserved } from '@/domain/posts/slugs'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import type { Tx } from '@/lib/db'

/** A file of the source that is new here, with its text as we keep it. */
export type Arrival = {
  incoming: IncomingPost
  content: PostContent
  bytes: Uint8Array
  sha256: string
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
}

/** Gives each arrival its ids, a slug nobody has and its dates; says in its notes what was decided for it. */
export async function settleArrivals(
  tx: Tx,
  arrivals: Arrival[],
  site: { language: string; now: Date },
): Promise<Settled[]> {
  const taken = new Map<string, Set<string>>()
  const feedIds = await takenFeedIds(tx, arrivals)
  const settled: Settled[] = []
  for (const arrival of arrivals) {
    const { incoming, content } = arrival
    const id = randomUUID()
    const kind = content.kind
    const language =
      incoming.language === null || sameLanguage(incoming.language, site.language) ? null : incoming.language
    const group = `${kind} ${language ?? ''}`
    const slugs = taken.get(group) ?? new Set()
    taken.set(group, slugs)
    const slug = await freeSlug(tx, { postId: id, kind, language, slug: content.slug }, slugs)
    if (slug !== content.slug) arrival.notes.push(`${whyAnother(kind, content.slug)}; it is now ${slug}`)
    slugs.add(slug)
    const feedId =
      incoming.feedId !== null && !feedIds.has(incoming.feedId) ? incoming.feedId : `urn:uuid:${randomUUID()}`
    feedIds.add(feedId)
    const path = pathOf({ kind, slug, language })
    settled.push({
      ...arrival,
      ...datesOf(arrival, site.now),
      id,
      revisionId: randomUUID(),
      kind,
      slug,
      language,
      path,
      feedId,
    })
  }
  return settled
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
