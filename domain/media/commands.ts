import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { record } from '@/domain/events/commands'
import { decodeMedia } from '@/domain/media/decode'
import { extensionOf } from '@/domain/media/media'
import { type Actor, allow, canManageTags, canUploadMedia } from '@/domain/permissions'
import { randomToken } from '@/lib/crypto'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { removeStored, store } from '@/lib/storage'

type NewMedia = {
  fileName: string
  /** Where the bytes lie now; the file is copied. */
  file: string
  /** Import identity; the same file of the same source is brought in once. */
  source?: string
  sourcePath?: string
}

export type AddedMedia = { id: string; key: string; contentType: string; bytes: number; width: number | null; height: number | null }

const added = { id: true, key: true, contentType: true, bytes: true, width: true, height: true } as const

/** Takes a picture or a sound into the library, decided by decoding; what came is kept privately for export. */
export async function addMedia(actor: Actor, { fileName, file, source, sourcePath }: NewMedia): Promise<AddedMedia> {
  allow(canUploadMedia(actor))
  const sha256 = await hashFile(file)
  const imported = source !== undefined && sourcePath !== undefined ? { source, sourcePath } : null
  if (imported !== null) {
    const known = await db.media.findUnique({ where: { source_sourcePath: imported }, select: { ...added, sha256: true } })
    if (known !== null && known.sha256 === sha256) return known
    if (known !== null) await db.media.update({ where: { id: known.id }, data: { source: null, sourcePath: null } })
  }
  const { content, ...decoded } = await decodeMedia(file, { trusted: imported !== null })
  const key = `${randomToken(12)}.${extensionOf(decoded.contentType)}`
  await store('originals', key, { file })
  await store('media', key, content)
  const bytes = content instanceof Uint8Array ? content.length : await sizeOf(file)
  return db.$transaction(async (tx) => {
    const data = { ...decoded, ...imported, key, bytes, sha256, fileName: cleanName(fileName), createdById: actor.id }
    const media = await tx.media.create({ data, select: added })
    await record(tx, { type: 'media.added', actor, data: { key } })
    return media
  })
}

/** What a picture shows, for those who do not see it. */
export async function changeMediaText(actor: Actor, { id, alt }: { id: string; alt: string }): Promise<void> {
  const media = await findMedia(id)
  allow(canManageTags(actor) || media.createdById === actor.id)
  await db.media.update({ where: { id }, data: { alt: alt.trim().slice(0, 1_000) || null } })
}

/** Removes a file for good. Texts that still show it lose it, so whoever asks should have seen where it is used. */
export async function removeMedia(actor: Actor, id: string): Promise<void> {
  const media = await findMedia(id)
  allow(canManageTags(actor) || media.createdById === actor.id)
  await db.$transaction(async (tx) => {
    await tx.media.delete({ where: { id } })
    await record(tx, { type: 'media.removed', actor, data: { key: media.key }, expires: ['all'] })
  })
  await removeFiles(media.key)
}

/** Removes everything that an import brought. */
export async function removeMediaOf(source: string): Promise<void> {
  const gone = await db.media.findMany({ where: { source }, select: { key: true } })
  await db.media.deleteMany({ where: { source } })
  for (const { key } of gone) await removeFiles(key)
}

async function findMedia(id: string) {
  const media = await db.media.findUnique({ where: { id }, select: { id: true, key: true, createdById: true } })
  if (media === null) throw new Refusal('not-found', 'There is no such file.')
  return media
}

async function removeFiles(key: string): Promise<void> {
  await removeStored('media', key)
  await removeStored('originals', key)
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

async function sizeOf(file: string): Promise<number> {
  let bytes = 0
  for await (const chunk of createReadStream(file)) bytes += chunk.length
  return bytes
}

/** A name for people: without folders, control characters and marks that turn the direction of reading. */
function cleanName(name: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = name.toWellFormed().replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  return clean.slice(0, 200) || 'file'
}
