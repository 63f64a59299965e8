import { createReadStream } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Export, ExportedFile, Progress } from '@/domain/export/export'

/** The same at every moment and in every zone, because a zip keeps the time on the wall. */
const MOMENT = new Date(2000, 0, 1)
const packed = /\.(jpe?g|png|webp|gif|mp3|m4a|ogg)$/i

/**
 * An export as a zip, made as fast as it is read and no faster, one file at a time. Whoever stops reading destroys the stream, and
 * the making ends. The same export gives the same bytes.
 */
export function zipOf({ files, total }: Export, onProgress?: Progress): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  const closed = new Promise<void>((resolve) => out.once('close', resolve))
  zip.on('error', (error: Error) => out.destroy(error))
  zip.outputStream.pipe(out)
  void pack().catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return out

  async function pack() {
    let done = 0
    for await (const file of files) {
      await Promise.race([add(file), closed])
      if (out.destroyed) return
      done += 1
      onProgress?.(done, total)
    }
    zip.end()
  }

  /** Resolves when the file's turn has come: when all before it are packed. */
  function add(file: ExportedFile): Promise<void> {
    const options = {
      mtime: MOMENT,
      mode: 0o100644,
      forceDosTimestamp: true,
      compress: !packed.test(file.path),
    }
    return new Promise((resolve) => {
      zip.addReadStreamLazy(file.path, options, (give) => {
        const bytes = 'file' in file ? createReadStream(file.file) : Readable.from([Buffer.from(file.bytes)])
        bytes.on('error', (error: Error) => out.destroy(error))
        void closed.then(() => bytes.destroy())
        resolve()
        give(null, bytes)
      })
    })
  }
}
