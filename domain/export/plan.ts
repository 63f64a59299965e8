import { fileNameOf, isSafePath, mediaNameOf, takePaths, type TakenPaths } from '@/domain/export/file-names'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { db } from '@/lib/db'

/** Where everything goes: decided before the first file is written, so that no two want the same path. */
export type ExportPlan = {
  /** Posts and files that are kept for export only, in the order of their paths. */
  texts: PlannedText[]
  media: PlannedMedia[]
}
export type PlannedText = {
  path: string
  postId: string | null
  fileId: string | null
  /** Where it lay in the import it came with. */
  source: string | null
  sourcePath: string | null
  /** Whether the name says what the address says. */
  hasOwnName: boolean
}
export type PlannedMedia = { path: string; key: string; source: string | null; sourcePath: string | null }

/**
 * Files that came with an import go where they lay. A second source whose paths are taken gets a folder of its own. What was
 * written here lies in `posts`, pages beside it, what was uploaded here in `media`.
 */
export async function planExport(): Promise<ExportPlan> {
  const [files, posts, media] = await Promise.all([listFiles(), listPosts(), listMedia()])
  const paths = takePaths()
  const folders = foldersOf([...files, ...media.flatMap(inSource)], paths)
  const placed = new Set<string>()
  const place = (path: string) => {
    const free = placed.has(path) ? paths.free(path) : path
    placed.add(free)
    return free
  }
  const texts = files.map(({ id, source, path, postId }) => {
    const whole = place(`${folders.get(source) ?? ''}${safe(path)}`)
    return { path: whole, postId, fileId: id, source, sourcePath: path, hasOwnName: true }
  })
  const pictures = media.map(({ key, source, sourcePath, fileName }) => {
    const own =
      source === null || sourcePath === null ? null : `${folders.get(source) ?? ''}${safe(sourcePath)}`
    const path = own === null ? paths.free(`media/${mediaNameOf(fileName, key)}`) : place(own)
    return { path, key, source, sourcePath }
  })
  const written = posts.map(({ id, kind, language, slug }) => {
    const name = `${fileNameOf(slug)}${language === null ? '' : `.${language.toLowerCase()}`}.md`
    const wanted = kind === 'page' ? name : `posts/${name}`
    const path = paths.free(wanted)
    return {
      path,
      postId: id,
      fileId: null,
      source: null,
      sourcePath: null,
      hasOwnName: path === wanted && fileNameOf(slug) === slug,
    }
  })
  return { texts: [...texts, ...written].sort(byPath), media: pictures.sort(byPath) }
}

/** How much there is to take along. */
export async function countExport(actor: Actor): Promise<{ posts: number; files: number }> {
  allow(canTransfer(actor))
  const [posts, files] = await Promise.all([db.post.count({ where: { trashedAt: null } }), db.media.count()])
  return { posts, files }
}

type InSource = { source: string; path: string }

function inSource({ source, sourcePath }: PlannedSource): InSource[] {
  return source === null || sourcePath === null ? [] : [{ source, path: sourcePath }]
}

type PlannedSource = { source: string | null; sourcePath: string | null }

/** The folder of each source, with its slash: none unless a path of it is taken. The demo gives way to others. */
function foldersOf(files: InSource[], paths: TakenPaths): Map<string, string> {
  const bySource = Map.groupBy(files, ({ source }) => source)
  const sources = [...bySource.keys()].sort(
    (a, b) => Number(a === 'demo') - Number(b === 'demo') || compare(a, b),
  )
  const folders = new Map<string, string>()
  for (const source of sources) {
    const own = (bySource.get(source) ?? []).map(({ path }) => safe(path))
    const collides = own.some((path) => paths.has(path))
    const folder = collides ? paths.free(fileNameOf(source)) : ''
    const prefix = folder === '' ? '' : `${folder}/`
    folders.set(source, prefix)
    for (const path of own) paths.take(`${prefix}${path}`)
  }
  return folders
}

/** Names that a disk took and a zip would not; what lay above a source lies in it. */
function safe(path: string): string {
  const inside = path.replace(/^(?:\.\.\/)+/, '')
  return isSafePath(inside) ? inside : inside.split('/').map(fileNameOf).join('/')
}

async function listFiles() {
  return db.sourceFile.findMany({
    where: { OR: [{ postId: null }, { post: { trashedAt: null } }] },
    select: { id: true, source: true, path: true, postId: true },
    orderBy: [{ source: 'asc' }, { path: 'asc' }],
  })
}

async function listPosts() {
  const posts = await db.post.findMany({
    where: { trashedAt: null, sourceFile: null, headId: { not: null } },
    select: { id: true, kind: true, language: true, head: { select: { slug: true } } },
    orderBy: { id: 'asc' },
  })
  return posts
    .map(({ head, ...post }) => ({ ...post, slug: head?.slug ?? '' }))
    .sort((a, b) => compare(a.slug, b.slug))
}

async function listMedia() {
  return db.media.findMany({
    select: { key: true, source: true, sourcePath: true, fileName: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
const byPath = (a: { path: string }, b: { path: string }) => compare(a.path, b.path)
