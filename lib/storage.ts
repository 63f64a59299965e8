import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { randomToken } from '@/lib/crypto'
import { Refusal } from '@/lib/errors'

/** `media` is served, `originals` never is: it keeps what came, for export. */
export type Shelf = 'media' | 'originals'

/** Where a stored file lies. `key` is a single file name; anything else is a bug or an attack. */
export function storedPath(shelf: Shelf, key: string): string {
  if (!/^[\w-][\w.-]*$/.test(key)) throw new Refusal('not-found', 'There is no such file.')
  return path.join(process.env.DATA_DIR ?? 'data', shelf, key)
}

/**
 * Stores bytes, or a copy of a file, whole or not at all: written beside its place, flushed to the disk, then renamed.
 * Refuses (`storage-full`) when the disk is full.
 */
export async function store(shelf: Shelf, key: string, content: Uint8Array | { file: string }): Promise<void> {
  const target = storedPath(shelf, key)
  const beside = path.join(path.dirname(target), `.${randomToken(8)}.part`)
  await mkdir(path.dirname(target), { recursive: true })
  try {
    const handle = await open(beside, 'wx', 0o640)
    try {
      if (content instanceof Uint8Array) await handle.writeFile(content)
      else await pipeline(createReadStream(content.file), handle.createWriteStream({ flush: true, autoClose: false }))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    if (isDiskFull(error)) throw new Refusal('storage-full', 'The disk is full. Nothing was stored.')
    throw error
  }
}

export async function removeStored(shelf: Shelf, key: string): Promise<void> {
  await rm(storedPath(shelf, key), { force: true })
}

/** The size of a stored file in bytes, or null when it is not there. */
export async function sizeOfStored(shelf: Shelf, key: string): Promise<number | null> {
  return stat(storedPath(shelf, key)).then(
    ({ size }) => size,
    () => null,
  )
}

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
