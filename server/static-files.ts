import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileMark } from '@/lib/file-mark'
import { commonHeaders } from '@/server/headers'
import { type Prepared, prepareAnswer } from '@/server/prepared-answer'
import { projectRoot } from '@/server/project-root'

/** `isNamed`: by the address that our pages use, and not by one of the endless number that a query makes of it. */
export type StaticFile = { answer: Prepared; isNamed: boolean }
export type StaticFiles = { find(path: string, search: string): Promise<StaticFile | null> }

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.speculationrules': 'application/speculationrules+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
/**
 * Next puts a hash into the names of what it builds; our own files carry one as `?v=`. Whoever asks for another mark, because
 * the page came from a newer server beside this one, must not keep what this one has.
 */
const FOR_GOOD = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'public, max-age=0'
/** Compressed once in the life of the process, so well. */
const EFFORT = 9

/**
 * The files of `public/` and of the build, from memory: read and compressed when first asked for. Which ones there are is read
 * once, because it only changes with a build.
 */
export function createStaticFiles(root = projectRoot()): StaticFiles {
  const files = new Map([
    ...filesBelow(join(root, 'public'), '/'),
    ...filesBelow(join(root, '.next', 'static'), '/_next/static/'),
  ])
  const marks = new Map<string, Promise<string>>()
  const prepared = new Map<string, Promise<Prepared>>()

  async function find(path: string, search: string): Promise<StaticFile | null> {
    const file = files.get(path)
    if (file === undefined) return null
    const isMarked = search !== '' && search === `v=${await once(marks, path, () => markOf(file))}`
    const cacheControl = path.startsWith('/_next/') || isMarked ? FOR_GOOD : ASK_AGAIN
    const answer = await once(prepared, `${cacheControl} ${path}`, () => prepare(file, cacheControl))
    return { answer, isNamed: isMarked || search === '' }
  }

  return { find }
}

function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? make()
  known.set(key, value)
  // What could not be read now, with too many files open, may be read later.
  value.catch(() => known.delete(key))
  return value
}

async function markOf(file: string): Promise<string> {
  return fileMark(await readFile(file))
}

async function prepare(file: string, cacheControl: string): Promise<Prepared> {
  const contentType = TYPES[extname(file)] ?? 'application/octet-stream'
  const headers = { ...commonHeaders(), 'cache-control': cacheControl }
  return prepareAnswer({ status: 200, contentType, headers, body: await readFile(file) }, EFFORT)
}

function filesBelow(folder: string, address: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [address + file.slice(folder.length + 1).replaceAll('\\', '/'), file]
    })
}
