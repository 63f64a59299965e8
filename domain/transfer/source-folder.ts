import { lstat, open, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { isContent, inSite, type Site } from '@/domain/transfer/site/site'
import { authorLists, surveySite } from '@/domain/transfer/site/survey-site'

/** One thing below the root of a source; `problem` says why it cannot be read. Paths are relative, with `/`. */
export type SourceEntry = { path: string; problem: string | null }

/** Everything in a source, in the order of its paths by code unit. `folder` is the absolute folder the paths start from. */
export type SourceListing = {
  folder: string
  files: ReadonlySet<string>
  markdown: SourceEntry[]
  /** What is known of the site around it. */
  site: Site
  /** Whether the source is the whole folder, not one file in it. */
  isFolder: boolean
}

/**
 * Lists a folder, or one file with its neighbours. Hidden folders, `node_modules`, templates and themes are left out, and so
 * are README, LICENSE and the like at the top when they have no front matter. Links that leave the source are problems.
 * Throws the error of the file system when the root itself cannot be read.
 */
export async function listSource(root: string): Promise<SourceListing> {
  const real = await realpath(root)
  if ((await stat(real)).isFile()) return listSingle(real)
  const entries: SourceEntry[] = []
  await walk({ root: real, folder: '', entries })
  for (const path of await findAuthorLists(real)) entries.push({ path, problem: null })
  entries.sort((one, other) => (one.path < other.path ? -1 : 1))
  const files = new Set(entries.filter(({ problem }) => problem === null).map((entry) => entry.path))
  const site = await surveySite(real, files)
  const markdown: SourceEntry[] = []
  for (const entry of entries) {
    const place = inSite(entry.path, site.prefix)
    const wanted = isContent(site, place) && (isMarkdown(entry) || (await isHugoHtml(real, entry, site)))
    if (wanted && !(await isHousekeeping(real, entry, site))) markdown.push(entry)
  }
  return { folder: real, files, markdown, isFolder: true, site }
}

async function listSingle(file: string): Promise<SourceListing> {
  const folder = path.dirname(file)
  const beside = await readdir(folder, { withFileTypes: true })
  const names = beside.filter((entry) => entry.isFile()).map((entry) => entry.name)
  const files = new Set([...names, ...(await findAuthorLists(folder))])
  const site = await surveySite(folder, files)
  const markdown = [{ path: path.basename(file), problem: null }]
  return { folder, files, markdown, isFolder: false, site }
}

const unreadableFolder = 'this folder cannot be read'
const leftOut = new Set(
  'node_modules _site _layouts _includes _sass _data _templates _vendor bower_components scaffolds'.split(
    ' ',
  ),
)
const leftOutAtTop = new Set(['themes', 'archetypes', 'vendor', 'examplesite', 'layouts', 'templates'])

type Walking = { root: string; folder: string; entries: SourceEntry[] }

async function walk({ root, folder, entries }: Walking) {
  const found = await readFolder(path.join(root, folder))
  if (found === null) entries.push({ path: folder, problem: unreadableFolder })
  for (const item of found ?? []) {
    const relative = folder === '' ? item.name : `${folder}/${item.name}`
    const skipped =
      item.name.startsWith('.') ||
      leftOut.has(item.name) ||
      (folder === '' && leftOutAtTop.has(item.name.toLowerCase()))
    if (item.isDirectory() && !skipped) await walk({ root, folder: relative, entries })
    if (item.isFile()) entries.push({ path: relative, problem: null })
    if (item.isSymbolicLink()) entries.push({ path: relative, problem: await problemOfLink(root, relative) })
    if (!item.isDirectory() && !item.isFile() && !item.isSymbolicLink()) {
      entries.push({ path: relative, problem: 'this is not an ordinary file' })
    }
  }
}

/** Those in a folder that is left out otherwise: the texts read differently without them. */
async function findAuthorLists(root: string): Promise<string[]> {
  const found: string[] = []
  for (const path of authorLists.filter((name) => leftOut.has(name.split('/')[0] ?? '')))
    if ((await problemOfLink(root, path)) === null) found.push(path)
  return found
}

async function readFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isFileError(error)) return null
    throw error
  }
}

async function problemOfLink(root: string, relative: string): Promise<string | null> {
  try {
    const target = await realpath(path.join(root, relative))
    if (!`${target}/`.startsWith(root.endsWith('/') ? root : `${root}/`))
      return 'this link leads out of the source and was not followed'
    return (await lstat(target)).isFile() ? null : 'this link leads to a folder and was not followed'
  } catch (error) {
    if (isFileError(error)) return 'this link leads nowhere'
    throw error
  }
}

/** Whether an error comes from the file system, as opposed to a bug. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

export function isMarkdownName(name: string): boolean {
  return /\.(md|markdown|mdx|mdown|mkd)$/i.test(name)
}

function isMarkdown({ path: name, problem }: SourceEntry): boolean {
  if (problem === unreadableFolder) return true
  return isMarkdownName(name) || /(^|\/)_(posts|drafts)\/.*\.html?$/i.test(name)
}

const housekeeping =
  /^(readme|licen[cs]e|changelog|contributing|code[-_]of[-_]conduct|security|authors|copying)([-_.].*)?$/i

// Below the top only these: `contributing-to-a-project.md` may be a text.
const housekeepingBelow = /(^|\/)(readme|licen[cs]e|changelog|contributing)(\.[a-z-]{2,5})?\.\w+$/i

async function isHousekeeping(root: string, entry: SourceEntry, { generator }: Site): Promise<boolean> {
  const isSite = generator !== 'unknown' && generator !== 'mkdocs'
  const name = entry.path.includes('/')
    ? isSite && housekeepingBelow.test(entry.path)
    : housekeeping.test(entry.path) || (isSite && /^[A-Z][A-Z0-9_-]{2,}\.\w+$/.test(entry.path))
  return name && entry.problem === null && (await hasFrontMatter(root, entry)) === false
}

/** Hugo takes HTML for a text, too, where it has front matter. */
async function isHugoHtml(root: string, entry: SourceEntry, { generator }: Site): Promise<boolean> {
  if (generator !== 'hugo' || entry.problem !== null || !/\.html?$/i.test(entry.path)) return false
  return (await hasFrontMatter(root, entry)) === true
}

/** Null for a file that cannot be read. */
async function hasFrontMatter(root: string, entry: SourceEntry): Promise<boolean | null> {
  try {
    const file = await open(path.join(root, entry.path))
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0).finally(() => file.close())
    return /^\uFEFF?\s*(---|\+\+\+|\{)/.test(buffer.toString('utf8', 0, bytesRead))
  } catch (error) {
    if (isFileError(error)) return null
    throw error
  }
}
