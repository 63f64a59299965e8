import { stat } from 'node:fs/promises'
import sharp from 'sharp'
import { PICTURE_PIXELS } from '@/domain/media/media'
import { fileOfVariant, WIDTHS } from '@/domain/media/widths'
import { db, transaction } from '@/lib/db'
import { expire } from '@/lib/depends'
import { dataPath, removeFile, writeWhole } from '@/lib/storage'

const STILL = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Keeps a picture of the library as WebP in the widths that pages ask for: those it has, where that saves bytes. Made once;
 * what moves, sounds, and what is not there any more are left alone.
 */
export async function makeVariants(key: string): Promise<void> {
  const [media] = await db.$queryRaw<(Known & { tried: boolean })[]>`
    SELECT content_type AS "contentType", coalesce(width, 0) AS width, bytes, widths IS NOT NULL AS tried FROM media WHERE key = ${key}`
  if (media === undefined || media.tried) return
  const widths = await encodeAll(key, media)
  await transaction(async (tx) => {
    await tx.media.updateMany({ where: { key }, data: { widths } })
    await expire(tx, [`media:${key}`])
  })
}

/** The pictures that came before there were other widths, or whose making was cut short, one after the other. */
export async function makeMissingVariants(isStopped: () => boolean): Promise<void> {
  const rows = await db.$queryRaw<
    { key: string }[]
  >`SELECT key FROM media WHERE widths IS NULL ORDER BY created_at DESC`
  for (const { key } of rows) if (!isStopped()) await makeVariants(key)
}

type Known = { contentType: string; width: number; bytes: number }

async function encodeAll(key: string, { contentType, width, bytes }: Known): Promise<number[]> {
  const original = dataPath('media', key)
  if (!STILL.has(contentType) || (await isMoving(original))) return []
  const made: number[] = []
  for (const wanted of WIDTHS.filter((wanted) => wanted < width)) {
    const file = dataPath('media', fileOfVariant(key, wanted))
    await writeWhole(file, (temporary) => encode(original, temporary, wanted))
    if ((await stat(file)).size < bytes) made.push(wanted)
    else await removeFile(file)
  }
  return made
}

async function isMoving(path: string): Promise<boolean> {
  const { pages = 1 } = await sharp(path, { limitInputPixels: PICTURE_PIXELS }).metadata()
  return pages > 1
}

function encode(from: string, to: string, width: number): Promise<unknown> {
  return sharp(from, { limitInputPixels: PICTURE_PIXELS }).resize({ width }).webp({ quality: 80 }).toFile(to)
}
