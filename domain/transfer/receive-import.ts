import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { nameOfArchive } from '@/domain/transfer/open-path'
import { sweepRehearsals } from '@/domain/transfer/import-commands'
import { expectFree, openRehearsal, sourceNamed } from '@/domain/transfer/units'
import { isZip, placeUnpacked, unpackSource } from '@/domain/transfer/unpack-source'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { isDiskFull, removeFile, temporaryPath } from '@/lib/storage'

const GIGABYTE = 1024 * 1024 * 1024
const LARGEST = 2 * GIGABYTE

type Upload = {
  fileName: string
  /** What its source is called; empty: after the file. */
  source: string
  length: number
  body: AsyncIterable<Uint8Array> | null
}

/**
 * Takes an archive, or one Markdown file, as it arrives, unpacks it, and has it rehearsed by whoever works next. Answers the id of
 * the rehearsal. What breaks off, is too large or is no archive leaves nothing behind.
 */
export async function receiveImport(actor: Actor, upload: Upload): Promise<string> {
  allow(canTransfer(actor))
  const fileName = path.basename(upload.fileName.replaceAll('\\', '/'))
  const source = sourceNamed(upload.source.trim() === '' ? nameOfArchive(fileName) : upload.source)
  await expectFree(source)
  await sweepRehearsals()
  const file = await temporaryPath()
  try {
    await receive(upload, file)
    const root = await placeSource(file, fileName)
    const id = await openRehearsal(actor, { source, root, fileName: sourceNamed(fileName) })
    await transaction((tx) => addJob(tx, { name: 'run-import', payload: { id }, key: `run-import:${id}` }))
    return id
  } catch (error) {
    throw isDiskFull(error) ? new Refusal('storage-full', 'There is no room left on the disk.') : error
  } finally {
    await removeFile(file)
  }
}

const tooLarge = () =>
  new Refusal('too-large', 'An archive can have 2 GB at most. Import a larger one on the machine itself.')

async function receive({ length, body }: Upload, file: string): Promise<void> {
  if (length > LARGEST) throw tooLarge()
  if (body === null) throw new Refusal('invalid', 'The file is empty.')
  const handle = await open(file, 'wx')
  let bytes = 0
  try {
    for await (const chunk of whole(body)) {
      bytes += chunk.length
      if (bytes > LARGEST) throw tooLarge()
      await handle.writeFile(chunk)
    }
  } finally {
    await handle.close()
  }
  if (bytes < length) throw brokenOff()
}

const brokenOff = () => new Refusal('invalid', 'The upload broke off. Try again.')

/** What arrives, until the connection ends in the middle. */
async function* whole(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(() => Promise.reject(brokenOff()))
    if (next.done === true) return
    yield next.value
  }
}

async function placeSource(file: string, fileName: string): Promise<string> {
  if (await isZip(file)) return unpackSource(file)
  if (!/\.(md|markdown|mdx)$/i.test(fileName))
    throw new Refusal('unsupported', 'Only a zip archive or one Markdown file can be imported here.')
  return placeUnpacked(file, async (folder) => {
    await mkdir(folder)
    await rename(file, path.join(folder, fileName))
  })
}
