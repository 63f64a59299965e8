import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { configFiles } from './generator'
import { isSideFile } from './side-files'
import { describeSite, inSite, type Site } from './site'

const highest = 4
const largest = 1024 * 1024
const mostAround = 50_000
const mostSides = 5_000

// A part of a site goes by one of these names; nothing else makes us look above the folder that was named.
const partNames =
  /^(content|posts?|_posts|_drafts|blogs?|source|src|docs|pages|articles|notes|data|collections|[a-z]{2}(-[a-z]{2})?)$/i
// Where the pictures and sounds of a site lie beside its texts.
const mediaFolders = [
  'static', 'public', 'assets', 'images', 'img', 'media', 'uploads', 'source/images', 'source/img', 'source/assets', 'src/assets',
  'src/images', 'src/static', 'content',
] // prettier-ignore

/** Where the authors of a site are named, from its top: in folders that hold no texts, or above the source. */
export const authorLists = ['yaml', 'yml', 'json', 'toml'].flatMap((format) => [
  `_data/authors.${format}`,
  `data/authors.${format}`,
])

/** The site around a source: found above it when the source is only its folder of texts, as `content` of Hugo is. */
export async function surveySite(root: string, files: ReadonlySet<string>): Promise<Site> {
  const top = await findTop(root)
  const configs = new Map<string, string>()
  for (const name of configFiles) {
    const text = await readSmall(path.join(top, name))
    if (text !== null) configs.set(name, text)
  }
  const prefix = path.relative(top, root).split(path.sep).join('/')
  const authors = authorLists.map((name) => relativeTo(root, path.join(top, name)))
  const sides = async (known: Iterable<string>) =>
    readSideFiles({ root, prefix, files: [...known, ...authors] })
  if (prefix === '') return describeSite({ files, configs, sides: await sides(files) })
  const around: string[] = []
  for (const folder of mediaFolders) await listAround({ root, folder: path.join(top, folder), found: around })
  const routes = await listRoutes(root, path.join(top, 'src/pages'))
  const marks = [...configs.keys()].map((name) => relativeTo(root, path.join(top, name)))
  const known = new Set([...files, ...around, ...routes, ...marks])
  return describeSite({ files: known, prefix, configs, sides: await sides(known) })
}

type Beside = { root: string; prefix: string; files: string[] }

/** By their paths in the site. */
async function readSideFiles({ root, prefix, files }: Beside): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const file of files) {
    if (!isSideFile(inSite(file, prefix)) || texts.size >= mostSides) continue
    const text = await readSmall(path.join(root, file))
    if (text !== null) texts.set(inSite(file, prefix), text)
  }
  return texts
}

async function findTop(root: string): Promise<string> {
  let folder = root
  for (let step = 0; step < highest && partNames.test(path.basename(folder)); step++) {
    folder = path.dirname(folder)
    for (const name of configFiles) if ((await readSmall(path.join(folder, name))) !== null) return folder
  }
  return root
}

async function readSmall(file: string): Promise<string | null> {
  try {
    const about = await stat(file)
    return about.isFile() && about.size <= largest ? await readFile(file, 'utf8') : null
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null
    throw error
  }
}

type Around = { root: string; folder: string; found: string[] }

async function listAround({ root, folder, found }: Around): Promise<void> {
  if (root === folder || root.startsWith(`${folder}/`) || folder.startsWith(`${root}/`)) return
  for (const item of await entriesOf(folder)) {
    if (found.length >= mostAround || item.name.startsWith('.')) continue
    const file = path.join(folder, item.name)
    if (item.isDirectory()) await listAround({ root, folder: file, found })
    if (item.isFile()) found.push(relativeTo(root, file))
  }
}

/** The pages of an Astro site, whose names say where its collections are shown. */
async function listRoutes(root: string, folder: string): Promise<string[]> {
  const entries = await entriesOf(folder)
  const deeper = await Promise.all(
    entries
      .filter((item) => item.isDirectory())
      .map((item) => listRoutes(root, path.join(folder, item.name))),
  )
  const own = entries.filter((item) => item.isFile() && item.name.endsWith('.astro'))
  return [...own.map((item) => relativeTo(root, path.join(folder, item.name))), ...deeper.flat()]
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return []
    throw error
  }
}

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/')
}
