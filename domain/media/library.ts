import { type Actor, allow, canChangeMedia, canUploadMedia } from '@/domain/permissions'
import { db } from '@/lib/db'

const shown = {
  id: true,
  key: true,
  fileName: true,
  contentType: true,
  bytes: true,
  width: true,
  height: true,
  alt: true,
  createdAt: true,
  createdById: true,
} as const

export type LibraryKind = 'all' | 'pictures' | 'sounds'
export type LibraryItem = {
  id: string
  key: string
  fileName: string
  contentType: string
  bytes: number
  width: number | null
  height: number | null
  alt: string | null
  createdAt: Date
  mayChange: boolean
}

const PAGE = 48

/** The newest files of the library with `q` in their name or description, after the one with the id `after`; `next` is where the following page begins. */
export async function listMedia(
  actor: Actor,
  { after, kind, q = '' }: { after: string | null; kind: LibraryKind; q?: string },
): Promise<{ items: LibraryItem[]; next: string | null }> {
  allow(canUploadMedia(actor))
  const rows = await db.media.findMany({
    where: {
      ...(kind === 'all' ? {} : { contentType: { startsWith: kind === 'sounds' ? 'audio/' : 'image/' } }),
      ...(q === ''
        ? {}
        : {
            OR: [
              { fileName: { contains: q, mode: 'insensitive' } },
              { alt: { contains: q, mode: 'insensitive' } },
            ],
          }),
    },
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    select: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const items = rows.slice(0, PAGE).map(({ createdById, ...item }) => ({
    ...item,
    mayChange: canChangeMedia(actor, { createdById }),
  }))
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** How many posts name a file in their newest text, so that nobody removes it by surprise. */
export async function countUses(actor: Actor, id: string): Promise<number> {
  allow(canUploadMedia(actor))
  const [row] = await db.$queryRaw<{ uses: number }[]>`
    SELECT count(*)::int AS uses FROM media m, post p JOIN revision r ON r.id = p.head_id
    WHERE m.id = ${id}::uuid AND strpos(concat_ws(' ', r.featured_image, r.thumbnail, r.audio, r.body), m.key) > 0`
  return row?.uses ?? 0
}
