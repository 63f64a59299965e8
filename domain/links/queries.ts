import { normalPath } from '@/domain/links/address'
import { linkOf, spellingsOf } from '@/domain/links/written'
import type { Noticed } from '@/domain/markdown/rendered'
import { type Actor, allow, canReadPost } from '@/domain/permissions'
import { mayRead } from '@/domain/posts/desk-queries'
import { pathOf } from '@/domain/posts/post'
import { noticedOf } from '@/domain/posts/rendering'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** A post whose readers are led here, and the words of its links with their lines; `edit`: whether this person finds it at the desk. */
export type LinkHere = {
  id: string
  title: string
  path: string
  places: Noticed['links']
  edit: boolean
}
/** The newest of them, and how many there are. */
export type LinksHere = { posts: LinkHere[]; total: number }

const MOST = 50

type Row = { id: string; title: string; path: string; noticed: unknown; edit: boolean; total: number }

/**
 * The other posts whose readers are, or will be, led to one of these: by its address, an old one, or a whole one with the name of
 * this site. Of what readers do not see yet, only posts that this person finds at the desk.
 */
export async function listLinksHere(actor: Actor, ids: string[]): Promise<LinksHere> {
  const addresses = (await pathsOf(actor, ids)).flatMap(spellingsOf)
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id::text, r.title, one.path, r.noticed, one.edit, count(*) OVER ()::int AS total
    FROM (
      SELECT DISTINCT ON (b.post_id) b.post_id, b.path, b.revision_id, b.date, ${mayRead(actor)} AS edit
      FROM revision r JOIN publication b ON b.revision_id = r.id JOIN post p ON p.id = b.post_id
      WHERE r.links && ${addresses}::text[] AND p.id <> ALL(${ids}::uuid[]) AND (b.visible_until IS NULL OR b.visible_until > now())
        AND (b.visible_from <= now() OR ${mayRead(actor)})
      ORDER BY b.post_id, b.visible_from) one
    JOIN post p ON p.id = one.post_id JOIN revision r ON r.id = one.revision_id
    ORDER BY one.date DESC, p.id LIMIT ${MOST}`
  const wanted = new Set(addresses)
  const posts = rows.map(({ total: _total, noticed, ...post }) => ({
    ...post,
    places: noticedOf(noticed).links.filter(({ href }) => wanted.has(linkOf(href, post.path) ?? '')),
  }))
  return { posts, total: rows[0]?.total ?? 0 }
}

/** Every path at which a link may look for one of these posts; of several, those that this person may not read are left out. */
async function pathsOf(actor: Actor, ids: string[]): Promise<string[]> {
  const posts = await db.post.findMany({
    where: { id: { in: ids } },
    select: {
      kind: true,
      language: true,
      draft: true,
      createdById: true,
      head: { select: { slug: true, bylines: { select: { personId: true } } } },
      publications: { select: { path: true }, distinct: ['path'] },
      addresses: { select: { path: true } },
    },
  })
  if (posts.length === 0) throw new Refusal('not-found', 'There is no such post.')
  const known = posts.flatMap(({ head, ...post }) => {
    const bylineIds = head?.bylines.map(({ personId }) => personId) ?? []
    return head !== null && canReadPost(actor, { ...post, bylineIds }) ? [{ ...post, slug: head.slug }] : []
  })
  allow(known.length > 0)
  return [...new Set(known.flatMap(everyPath))]
}

type Addressed = Parameters<typeof pathOf>[0] & {
  publications: { path: string }[]
  addresses: { path: string }[]
}

function everyPath({ publications, addresses, ...post }: Addressed): string[] {
  return [pathOf(post), ...[...publications, ...addresses].map(({ path }) => normalPath(path))]
}
