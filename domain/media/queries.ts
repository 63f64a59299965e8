import { keysIn, srcsetOf, variantOf, withWidths } from '@/domain/media/widths'
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

/** A picture above a post. `alt` is empty when nobody described it, `srcset` null when it is kept in one width only. */
export type FeaturedPicture = {
  src: string
  alt: string
  size: { width: number; height: number } | null
  srcset: string | null
}

type Described = { featuredImage: string | null; featuredImageAlt: string | null }

/** What is known of a post's featured image. Only our own pictures have a size; the post's own words win over the library's. */
export async function getFeaturedPicture({
  featuredImage: src,
  featuredImageAlt,
}: Described): Promise<FeaturedPicture | null> {
  if (src === null) return null
  const key = /^\/media\/([\w.-]+)$/.exec(src)?.[1]
  const found = key === undefined ? null : await findPicture(key)
  const alt = featuredImageAlt ?? found?.alt ?? ''
  if (found === null || found.width === null || found.height === null)
    return { src, alt, size: null, srcset: null }
  return { src, alt, size: { width: found.width, height: found.height }, srcset: srcsetOf(found) }
}

/** As wide as a column of text is at most, in pixels. */
const COLUMN = 576

/** Rendered HTML whose pictures of ours come in every width they are kept in by now. */
export async function offerWidths(html: string): Promise<string> {
  const keys = keysIn(html)
  if (keys.length === 0) return html
  const select = { key: true, width: true, widths: true } as const
  const pictures = await db.media.findMany({ where: { key: { in: keys } }, select })
  for (const key of keys) depends(`media:${key}`)
  return withWidths(html, pictures, COLUMN)
}

async function findPicture(key: string) {
  depends(`media:${key}`)
  return db.media.findUnique({
    where: { key },
    select: { key: true, width: true, height: true, widths: true, alt: true },
  })
}

export type ServedMedia = { contentType: string; sha256: string }

/** What `/media/<key>` is, or null. Whoever knows the random name may have it. */
export async function findServedMedia(key: string): Promise<ServedMedia | null> {
  const variant = variantOf(key)
  if (variant === null)
    return db.media.findUnique({ where: { key }, select: { contentType: true, sha256: true } })
  const { width } = variant
  const media = await db.media.findFirst({
    where: { key: variant.key, widths: { has: width } },
    select: { sha256: true },
  })
  return media && { contentType: 'image/webp', sha256: `${width}-${media.sha256}` }
}

/** Type and length of one of our own files by its address, or null when it is not ours. */
export async function describeAudio(address: string): Promise<{ contentType: string; bytes: number } | null> {
  const key = /^\/media\/([\w.-]+)$/.exec(address)?.[1]
  if (key === undefined) return null
  depends(`media:${key}`)
  return db.media.findUnique({ where: { key }, select: { contentType: true, bytes: true } })
}
