import { stat, writeFile } from 'node:fs/promises'
import { record } from '@/domain/events/commands'
import { decodePicture, encodePicture, sizeOfSvg, type Size } from '@/domain/media/encode'
import { bytesAllowed, isAudio, MEDIA_TYPES, type MediaType } from '@/domain/media/media'
import { fileOfVariant, WIDTHS } from '@/domain/media/widths'
import { sniffFile } from '@/domain/media/sniff'
import { type Actor, allow, canChangeMedia, canUploadMedia } from '@/domain/permissions'
import { randomToken } from '@/lib/crypto'
import { db, transaction, type Tx } from '@/lib/db'
import { expire } from '@/lib/depends'
import { Refusal } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { copyWhole, dataPath, removeFile, sha256OfFile, temporaryPath, writeWhole } from '@/lib/storage'

/** A file on the disk or its bytes. `source` and `sourcePath` say where an import found it, `importId` which one. */
type Incoming = {
  fileName: string
  alt?: string | null
  source?: string
  sourcePath?: string
  importId?: string
} & ({ file: string } | { bytes: Uint8Array })

export type AddedMedia = {
  id: string
  key: string
  contentType: string
  width: number | null
  height: number | null
}

/**
 * Takes a picture or a sound into the library, under a random name. What it is is decided by decoding: what is neither is refused
 * with `unsupported`, too many bytes or pixels with `too-large`. The same file from the same place of an import is taken once;
 * a file that changed there gets a new name, and the old one stays for the texts that use it.
 */
export async function addMedia(actor: Actor, incoming: Incoming): Promise<AddedMedia> {
  allow(canUploadMedia(actor))
  if ('file' in incoming) return addFile(actor, incoming, incoming.file)
  const file = await temporaryPath()
  try {
    await writeFile(file, incoming.bytes)
    return await addFile(actor, incoming, file)
  } finally {
    await removeFile(file)
  }
}

/** Refuses what `addMedia` would refuse of an import, with the same words, and keeps nothing. */
export async function checkMedia(file: string): Promise<void> {
  const type = await typeOf(file, { fromImport: true })
  if (type === 'image/svg+xml') await sizeOfSvg(file)
  else if (!isAudio(type)) await decodePicture(file)
}

/** Whether an import brought this very file from there already. */
export async function isImported({
  file,
  source,
  sourcePath,
}: {
  file: string
  source: string
  sourcePath: string
}) {
  const known = await findImported({ source, sourcePath })
  return known !== null && known.sha256 === (await sha256OfFile(file))
}

/** The words that stand for a picture where it is not seen. */
export async function describeMedia(
  actor: Actor,
  { id, alt }: { id: string; alt: string | null },
): Promise<void> {
  await transaction(async (tx) => {
    allow(canChangeMedia(actor, await findMedia(tx, id)))
    const { key } = await tx.media.update({ where: { id }, data: { alt }, select: { key: true } })
    await expire(tx, [`media:${key}`])
  })
}

/** Takes a file out of the library and off the disk. Texts that use it show a gap. */
export async function removeMedia(actor: Actor, id: string): Promise<void> {
  const key = await transaction(async (tx) => {
    const media = await findMedia(tx, id)
    allow(canChangeMedia(actor, media))
    await tx.media.delete({ where: { id } })
    const expires = [`media:${media.key}`]
    await record(tx, { type: 'media.removed', actor, data: { key: media.key }, expires })
    return media.key
  })
  await removeFiles(key)
}

/**
 * Takes files of an import out of the library; one that had taken another's place in the source gives it back. Answers the keys
 * of what `removeFiles` must take off the disk once this is committed.
 */
export async function removeImportedMedia(
  tx: Tx,
  files: { id: string; former: string | null }[],
): Promise<string[]> {
  const ids = files.map(({ id }) => id)
  const rows = await tx.media.findMany({
    where: { id: { in: ids } },
    select: { id: true, key: true, sourcePath: true },
  })
  await tx.media.deleteMany({ where: { id: { in: ids } } })
  for (const { id, former } of files) {
    const sourcePath = rows.find((row) => row.id === id)?.sourcePath ?? null
    if (former !== null && sourcePath !== null)
      await tx.media.updateMany({ where: { id: former, sourcePath: null }, data: { sourcePath } })
  }
  const keys = rows.map(({ key }) => key)
  await expire(
    tx,
    keys.map((key) => `media:${key}`),
  )
  return keys
}

const added = { id: true, key: true, contentType: true, width: true, height: true } as const

async function addFile(actor: Actor, incoming: Incoming, file: string): Promise<AddedMedia> {
  const { fileName, alt = null, source = null, sourcePath = null, importId } = incoming
  const contentType = await typeOf(file, { fromImport: source !== null })
  const sha256 = await sha256OfFile(file)
  const known = source === null ? null : await findImported({ source, sourcePath })
  if (known !== null && known.sha256 === sha256) return known
  const key = `${randomToken(12)}.${MEDIA_TYPES[contentType]}`
  try {
    const size = await place(file, key, contentType)
    const { size: bytes } = await stat(dataPath('media', key))
    return await transaction(async (tx) => {
      if (known !== null) await tx.media.update({ where: { id: known.id }, data: { sourcePath: null } })
      const told = { fileName: nameOf(fileName), alt, source, sourcePath, createdById: actor.id }
      const row = await tx.media.create({
        data: { key, contentType, bytes, sha256, ...told, ...size },
        select: added,
      })
      if (importId !== undefined) {
        const former = known === null ? {} : { former: { id: known.id } }
        await tx.importThing.create({ data: { importId, kind: 'media', key: row.id, ...former } })
      }
      await record(tx, { type: 'media.added', actor, data: { key, contentType, bytes } })
      if (!isAudio(contentType)) await addJob(tx, { name: 'make-variants', payload: { key } })
      return row
    })
  } catch (error) {
    // Without its row nobody would ever find the file again.
    await removeFiles(key)
    throw error
  }
}

/** What a file is called, for people only: Postgres refuses NUL, and no name needs a control character. */
function nameOf(fileName: string): string {
  return fileName
    .replace(/\p{Cc}/gu, '')
    .slice(-200)
    .toWellFormed()
}

async function typeOf(file: string, { fromImport }: { fromImport: boolean }): Promise<MediaType> {
  const type = await sniffFile(file)
  if (type === null || (type === 'image/svg+xml' && !fromImport)) {
    throw new Refusal(
      'unsupported',
      'Only JPEG, PNG, WebP and GIF pictures and MP3, M4A, Ogg and WAV sounds can be kept here.',
    )
  }
  const { size } = await stat(file)
  if (size > bytesAllowed(type)) {
    const limit = isAudio(type) ? 'A sound can have 200 MB' : 'A picture can have 32 MB'
    throw new Refusal('too-large', `${limit} at most.`)
  }
  return type
}

/** What is served lies in `media`; what was sent lies in `originals`, for the export only. */
async function place(file: string, key: string, type: MediaType): Promise<Partial<Size>> {
  const served = dataPath('media', key)
  if (isAudio(type)) {
    await copyWhole(file, served)
    return {}
  }
  if (type === 'image/svg+xml') {
    const size = await sizeOfSvg(file)
    await copyWhole(file, served)
    return size
  }
  const sizes: Size[] = []
  await writeWhole(served, async (temporary) => sizes.push(await encodePicture(file, temporary, type)))
  await copyWhole(file, dataPath('originals', key))
  return sizes[0] ?? {}
}

async function findImported({ source, sourcePath }: { source: string; sourcePath: string | null }) {
  return db.media.findFirst({ where: { source, sourcePath }, select: { ...added, sha256: true } })
}

async function findMedia(tx: Tx, id: string) {
  const media = await tx.media.findUnique({ where: { id }, select: { key: true, createdById: true } })
  if (media === null) throw new Refusal('not-found', 'There is no such file.')
  return media
}

/** Takes a file with everything made from it off the disk. */
export async function removeFiles(key: string): Promise<void> {
  await removeFile(dataPath('originals', key))
  for (const file of [key, ...WIDTHS.map((width) => fileOfVariant(key, width))])
    await removeFile(dataPath('media', file))
}
