import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

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

/** A picture above a post. `alt` is empty when nobody described it. */
export type FeaturedPicture = { src: string; alt: string; size: { width: number; height: number } | null }

/** What is known of a post's featured image. Only our own pictures have a size; the post's own words win over the library's. */
export async function getFeaturedPicture({
  featuredImage: src,
  featuredImageAlt,
}: {
  featuredImage: string | null
  featuredImageAlt: string | null
}): Promise<FeaturedPicture | null> {
  if (src === null) return null
  const key = /^\/media\/([\w.-]+)$/.exec(src)?.[1]
  const found = key === undefined ? null : await findPicture(key)
  const alt = featuredImageAlt ?? found?.alt ?? ''
  if (found === null || found.width === null || found.height === null) return { src, alt, size: null }
  return { src, alt, size: { width: found.width, height: found.height } }
}

async function findPicture(key: string) {
  depends(`media:${key}`)
  return db.media.findUnique({ where: { key }, select: { width: true, height: true, alt: true } })
}

export type ServedMedia = { contentType: string; sha256: string }

/** What `/media/<key>` is, or null. Whoever knows the random name may have it. */
export async function findServedMedia(key: string): Promise<ServedMedia | null> {
  return db.media.findUnique({ where: { key }, select: { contentType: true, sha256: true } })
}

/** Type and length of one of our own files by its address, or null when it is not ours. */
export async function describeAudio(address: string): Promise<{ contentType: string; bytes: number } | null> {
  const key = /^\/media\/([\w.-]+)$/.exec(address)?.[1]
  if (key === undefined) return null
  depends(`media:${key}`)
  return db.media.findUnique({ where: { key }, select: { contentType: true, bytes: true } })
}
