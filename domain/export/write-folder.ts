import { copyFile, lstat, mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Export, type ExportedFile, MANIFEST, type Progress } from '@/domain/export/export'
import { isSafePath } from '@/domain/export/file-names'
import { tellFileTrouble } from '@/domain/export/file-trouble'
import { isFileError } from '@/domain/transfer/source-folder'
import { Refusal } from '@/lib/errors'
import { readIfThere } from '@/lib/storage'

/** Files are gathered here, inside the folder and so on its disk, until all of them are there. */
const UNFINISHED = '.octavo-unfinished'

type Folder = { folder: string; force?: boolean; onProgress?: Progress }

/**
 * Writes an export into a folder: a new one, an empty one, or that of an export before, of which the files that are no more go.
 * Other files in it, `.git` for one, stay. Nothing in the folder changes before everything is written beside it. Another folder
 * with files is refused, unless `force` says that files of the same names may be replaced.
 */
export async function writeFolder(
  { files, total }: Export,
  { folder, force = false, onProgress }: Folder,
): Promise<void> {
  const former = await prepareFolder(folder, force)
  const gathered = path.join(folder, UNFINISHED)
  try {
    const written = await gather({ files, total, gathered, onProgress })
    await moveInto(folder, gathered, written)
    await clearFormer(folder, former, new Set(written))
  } catch (error) {
    throw tellFileTrouble(error, folder)
  } finally {
    await rm(gathered, { recursive: true, force: true })
  }
}

async function prepareFolder(folder: string, force: boolean): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true })
    await rm(path.join(folder, UNFINISHED), { recursive: true, force: true })
    const names = await readdir(folder)
    const former = await readManifest(folder)
    if (names.length === 0 || former !== null || force) return former ?? []
  } catch (error) {
    throw tellFileTrouble(error, folder)
  }
  throw new Refusal(
    'conflict',
    `${folder} has files that are not of an export. Name another folder, or add --force to write among them.`,
  )
}

const manifest = z.object({ files: z.array(z.string()) })

/** What an export before has written here; `null` when there was none. Its list is not believed where it leads out. */
async function readManifest(folder: string): Promise<string[] | null> {
  const bytes = await readIfThere(path.join(folder, MANIFEST))
  if (bytes === null) return null
  const read = manifest.safeParse(asJson(bytes.toString('utf8')))
  return read.success ? read.data.files.filter(isSafePath) : null
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

type Gathering = Pick<Export, 'files' | 'total'> & { gathered: string; onProgress: Progress | undefined }

async function gather({ files, total, gathered, onProgress }: Gathering): Promise<string[]> {
  const written: string[] = []
  const made = new Set<string>()
  for await (const file of files) {
    const to = path.join(gathered, file.path)
    const folder = path.dirname(to)
    if (!made.has(folder)) await mkdir(folder, { recursive: true })
    made.add(folder)
    await writeOne(file, to)
    written.push(file.path)
    onProgress?.(written.length, total)
  }
  return written
}

async function writeOne(file: ExportedFile, to: string): Promise<void> {
  if ('file' in file) return copyFile(file.file, to)
  const handle = await open(to, 'wx')
  await handle.writeFile(file.bytes).finally(() => handle.close())
}

/** The manifest comes last: what it names is there. Files that are the same already stay untouched. */
async function moveInto(folder: string, gathered: string, written: string[]): Promise<void> {
  const checked = new Set<string>()
  for (const name of written) {
    const to = path.join(folder, name)
    const parent = path.dirname(to)
    if (!checked.has(parent)) await makeFolder(folder, path.relative(folder, parent))
    checked.add(parent)
    if (!(await isSame(path.join(gathered, name), to))) await rename(path.join(gathered, name), to)
  }
}

/** A link where a folder should be would lead the files elsewhere. */
async function makeFolder(root: string, relative: string): Promise<void> {
  const steps = relative.split(path.sep).filter((step) => step !== '')
  for (const [at] of steps.entries()) {
    const folder = path.join(root, ...steps.slice(0, at + 1))
    await mkdir(folder, { recursive: true })
    if ((await lstat(folder)).isSymbolicLink())
      throw new Refusal('conflict', `${folder} is a link to elsewhere, so nothing was written there.`)
  }
}

async function isSame(one: string, other: string): Promise<boolean> {
  const known = await lstatIfThere(other)
  if (known === null || !known.isFile() || known.size !== (await lstat(one)).size) return false
  return known.size < LARGE && (await readFile(one)).equals(await readFile(other))
}

async function lstatIfThere(file: string) {
  try {
    return await lstat(file)
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return null
    throw error
  }
}

/** Larger files are not compared, only put in place. */
const LARGE = 16 * 1024 * 1024

async function clearFormer(folder: string, former: string[], written: ReadonlySet<string>): Promise<void> {
  for (const name of former) {
    if (written.has(name)) continue
    await rm(path.join(folder, name), { force: true })
    await removeEmpty(folder, path.dirname(name))
  }
}

async function removeEmpty(root: string, relative: string): Promise<void> {
  const folder = path.join(root, relative)
  if (relative === '.' || (await lstatIfThere(folder)) === null) return
  if ((await readdir(folder)).length > 0) return
  await rmdir(folder)
  await removeEmpty(root, path.dirname(relative))
}
