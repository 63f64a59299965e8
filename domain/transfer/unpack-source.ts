import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { dataPath, sha256OfFile, temporaryPath } from '@/lib/storage'
import { unzip } from '@/lib/unzip'

const UNPACKED = 'imports'

/** Unpacks an archive below the data folder, and answers the folder where the blog in it begins. */
export async function unpackSource(file: string): Promise<string> {
  const place = await placeUnpacked(file, async (folder) => {
    await mkdir(folder)
    await unzip(file, folder)
  })
  return topOf(place)
}

/**
 * A folder below the data folder with what `fill` puts into it, whole or not at all. The same file has the same place, so that an
 * import of it can go on after a kill.
 */
export async function placeUnpacked(file: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const place = dataPath(UNPACKED, (await sha256OfFile(file)).slice(0, 32))
  if (existsSync(place)) return place
  const temporary = await temporaryPath()
  try {
    await fill(temporary)
    await mkdir(path.dirname(place), { recursive: true })
    await rename(temporary, place)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  return place
}

/** Removes what was unpacked for an import; a folder of somebody's own is never touched. */
export async function removeUnpacked(root: string | null): Promise<void> {
  const [place] = path.relative(dataPath(UNPACKED), root ?? '/').split(path.sep)
  if (place === undefined || !/^[0-9a-f]{32}$/.test(place)) return
  await rm(dataPath(UNPACKED, place), { recursive: true, force: true })
}

/** Whether a file is a zip archive, by its first bytes. */
export async function isZip(file: string): Promise<boolean> {
  if (!(await stat(file)).isFile()) return false
  const handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0).finally(() => handle.close())
  return bytesRead === 4 && /^PK(?:\x03\x04|\x05\x06)/.test(buffer.toString('latin1'))
}

/** Archives of one folder begin in it: paths are then those of the folder itself. */
async function topOf(place: string): Promise<string> {
  const [only, ...more] = await readdir(place, { withFileTypes: true })
  const isOne = only !== undefined && more.length === 0 && only.isDirectory()
  return isOne && !/^(?:content|posts|_posts|src)$/.test(only.name) ? path.join(place, only.name) : place
}
