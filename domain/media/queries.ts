import { type Actor, allow, canUploadMedia } from '@/domain/permissions'
import { db } from '@/lib/db'

export type PictureSize = { src: string; width: number | null; height: number | null }

/** The sizes of our own pictures (`/media/…`) that a text names, by the address it uses: what reserves their room on the page. */
export async function sizesOfPictures(text: string): Promise<Record<string, PictureSize>> {
  const keys = [...new Set([...text.matchAll(/\/media\/([\w.-]+)/g)].flatMap((match) => match[1] ?? []))]
  if (keys.length === 0) return {}
  const rows = await db.media.findMany({
    where: { key: { in: keys } },
    select: { key: true, width: true, height: true },
  })
  return Object.fromEntries(
    rows.map(({ key, width, height }) => [`/media/${key}`, { src: `/media/${key}`, width, height }]),
  )
}

/** Type and length of one of our own files by its address, or null when it is not ours. */
export async function describeAudio(address: string): Promise<{ contentType: string; bytes: number } | null> {
  const key = /^\/media\/([\w.-]+)$/.exec(address)?.[1]
  if (key === undefined) return null
  return db.media.findUnique({ where: { key }, select: { contentType: true, bytes: true } })
}

export type MediaEntry = {
  id: string
  key: string
  fileName: string
  contentType: string
  bytes: number
  width: number | null
  height: number | null
  alt: string | null
  createdAt: Date
}

/** The library, newest first, `limit` at a time; `before` is the id of the last one seen. */
export async function listMedia(actor: Actor, { before, limit = 60 }: { before?: string; limit?: number } = {}): Promise<MediaEntry[]> {
  allow(canUploadMedia(actor))
  return db.media.findMany({
    select: { id: true, key: true, fileName: true, contentType: true, bytes: true, width: true, height: true, alt: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    ...(before === undefined ? {} : { cursor: { id: before }, skip: 1 }),
  })
}

/** What is needed to serve a file by its name, or null. Whoever knows the random name may see it. */
export async function findServed(key: string): Promise<{ key: string; contentType: string; createdAt: Date } | null> {
  return db.media.findUnique({ where: { key }, select: { key: true, contentType: true, createdAt: true } })
}
