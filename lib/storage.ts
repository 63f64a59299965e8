import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '@/lib/errors'

/** A path below the data folder: `DATA_DIR`, by default `./data`. */
export function dataPath(...segments: string[]): string {
  return join(resolve(process.env.DATA_DIR ?? 'data'), ...segments)
}

/** A path for a file that is still being written, on the same disk as what it will become. */
export async function temporaryPath(): Promise<string> {
  const folder = dataPath('temporary')
  await mkdir(folder, { recursive: true })
  return join(folder, randomUUID())
}

/**
 * Puts what `write` writes at `path`, whole or not at all: a temporary file, flushed to the disk, then renamed. Refuses with
 * `storage-full` when there is no room left.
 */
export async function writeWhole(
  path: string,
  write: (temporary: string) => Promise<unknown>,
): Promise<void> {
  const temporary = await temporaryPath()
  try {
    await write(temporary)
    await flush(temporary)
    await mkdir(dirname(path), { recursive: true })
    await rename(temporary, path)
    await flush(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true })
    throw isDiskFull(error) ? new Refusal('storage-full', 'There is no room left on the disk.') : error
  }
}

/** The bytes of a small file, or null when there is none. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A copy of `from` at `to`, whole or not at all. */
export async function copyWhole(from: string, to: string): Promise<void> {
  await writeWhole(to, (temporary) => copyFile(from, temporary))
}

export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true })
}

const CHUNK = 256 * 1024

/**
 * The bytes of a file from `start` to `end`, both included, read as fast as they are taken. The file is opened by the first
 * read: the answer to HEAD is never read, and nobody would close it.
 */
export function streamFile(path: string, { start, end }: { start: number; end: number }) {
  let opened: Promise<FileHandle> | null = null
  let position = start
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const handle = await (opened ??= open(path, 'r'))
      const wanted = Buffer.alloc(Math.min(CHUNK, end + 1 - position))
      const { bytesRead } = await handle.read(wanted, 0, wanted.length, position)
      position += bytesRead
      if (bytesRead > 0) controller.enqueue(wanted.subarray(0, bytesRead))
      if (bytesRead > 0 && position <= end) return
      await handle.close()
      controller.close()
    },
    cancel: async () => (await opened)?.close(),
  }
  return new ReadableStream(source, { highWaterMark: 0 })
}

/** SHA-256 in hex of a file of any size. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
