import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl'
import { Refusal } from '@/lib/errors'
import { isDiskFull } from '@/lib/storage'

const MEGABYTE = 1024 * 1024

/** What an archive may hold at most. Text is rarely packed to less than a hundredth; a bomb to a thousandth. */
export const ZIP_LIMITS = {
  entries: 60_000,
  bytes: 4_096 * MEGABYTE,
  ratio: 200,
  /** Below this, the ratio is nobody's trouble. */
  carefree: 64 * MEGABYTE,
  depth: 40,
  nameLength: 1_000,
}

type Limits = typeof ZIP_LIMITS
type Planned = { entry: Entry; path: string }

/**
 * Unpacks a zip archive into an empty folder. All its names and sizes are looked at first: one that leads out of the folder, links,
 * is locked, or holds more than `limits` is refused whole (`invalid`, `too-large`) before anything is written. Folders and links of
 * the archive itself are not made; what macOS adds is left out. Never more than a chunk is in memory.
 */
export async function unzip(file: string, folder: string, limits: Limits = ZIP_LIMITS): Promise<void> {
  try {
    const zip = await openPromise(file, { autoClose: false, lazyEntries: true, decodeStrings: false })
    try {
      for (const planned of await planAll(zip, limits)) await extract(zip, planned, folder)
    } finally {
      zip.close()
    }
  } catch (error) {
    throw refusalOf(error)
  }
}

async function planAll(zip: ZipFile, limits: Limits): Promise<Planned[]> {
  if (zip.entryCount > limits.entries) throw tooMany(limits)
  const planned: Planned[] = []
  const names = new Set<string>()
  const sum = { bytes: 0, packed: 0, entries: 0 }
  for await (const entry of zip.eachEntry()) {
    sum.entries += 1
    if (sum.entries > limits.entries) throw tooMany(limits)
    const path = pathOf(entry, limits)
    sum.bytes += entry.uncompressedSize
    sum.packed += entry.compressedSize
    expectSize(sum, { limits, size: zip.fileSize })
    if (path.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|\._)/.test(path)) continue
    // Two names that one disk takes for the same file: the second would silently replace the first.
    const folded = path.normalize('NFC').toLowerCase()
    if (names.has(folded)) throw new Refusal('invalid', `The archive holds “${path}” twice.`)
    names.add(folded)
    planned.push({ entry, path })
  }
  return planned
}

const tooMany = ({ entries }: Limits) =>
  new Refusal('too-large', `The archive holds more than ${entries.toLocaleString('en')} files.`)

function expectSize({ bytes }: { bytes: number }, { limits, size }: { limits: Limits; size: number }): void {
  if (bytes > limits.bytes)
    throw new Refusal('too-large', `Unpacked, the archive is larger than ${limits.bytes / MEGABYTE} MB.`)
  if (bytes > limits.carefree && bytes > size * limits.ratio)
    throw new Refusal(
      'invalid',
      `The archive unpacks to more than ${limits.ratio} times its size, as no real blog does.`,
    )
}

const LINK = 0o120000
const KIND = 0o170000

function pathOf(entry: Entry, { depth, nameLength }: Limits): string {
  const name = nameOf(entry)
  const refuse = (why: string) => new Refusal('invalid', `The archive holds “${shown(name)}”, ${why}.`)
  if (name.includes('\ufffd')) throw refuse('a name that cannot be read')
  if (/\p{Cc}/u.test(name)) throw refuse('a name with control characters')
  const path = name.replaceAll('\\', '/')
  if (validateFileName(path) !== null || path.split('/').some((step) => step === '..'))
    throw refuse('which leads out of it')
  const steps = path.split('/').filter((step) => step !== '' && step !== '.')
  if (steps.length === 0) throw refuse('a name that says nothing')
  if (steps.length > depth) throw refuse(`more than ${depth} folders deep`)
  if (path.length > nameLength || steps.some((step) => Buffer.byteLength(step) > 255))
    throw refuse('a name that is too long')
  const mode = entry.externalFileAttributes >>> 16
  if ((mode & KIND) === LINK) throw refuse('a link')
  if ((entry.generalPurposeBitFlag & 1) === 1) throw refuse('which is locked by a password')
  return steps.join('/') + (path.endsWith('/') ? '/' : '')
}

/** As UTF-8 where it is that, whatever the archive says of itself; macOS forgets to say so. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  }
}

async function extract(zip: ZipFile, { entry, path }: Planned, folder: string): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  // yauzl ends the stream with an error when more or less arrives than the archive says, so its sizes can be believed.
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }))
}

function shown(name: string): string {
  const plain = name.replace(/\p{Cc}/gu, '\ufffd')
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain
}

function refusalOf(error: unknown): unknown {
  if (isDiskFull(error)) return new Refusal('storage-full', 'There is no room left on the disk.')
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR')
    return new Refusal('invalid', 'The archive holds a file and a folder of the same name.')
  if (code !== null && !code.startsWith('Z_')) return error
  return new Refusal('invalid', `This is not a zip archive that can be read whole: ${error.message}.`)
}
