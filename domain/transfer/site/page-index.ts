import { decodePath, joinPath } from '@/domain/transfer/decode-path'

/** A page of the source and where it is found here. */
export type IndexedPage = {
  /** Its path in the site. */
  path: string
  title: string
  language: string | null
  /** Absolute paths under which it was found. */
  former: string[]
  address: string
}

export type From = { path: string; language: string | null; former: string[] }
export type PageIndex = {
  find: (reference: string, from: From) => string | null
  /** Whether some page was found at this path. */
  has: (path: string) => boolean
}
export type OwnAddress = { hosts: ReadonlySet<string>; basePath: string }

/** Finds pages by their file, name, title or former address, in the language of the page that asks before any other. */
export function indexPages(pages: IndexedPage[], { hosts, basePath }: OwnAddress): PageIndex {
  const byKey = keyPages(pages)
  const get = (kind: string, name: string, { language }: Pick<From, 'language'>) => {
    const found = byKey.get(`${kind} ${name}`) ?? []
    const own = found.find((page) => page.language === language)
    return (own ?? (found.length === 1 ? found[0] : undefined))?.address ?? null
  }
  const getUrl = (path: string, from: From) => {
    if (basePath !== '' && tidy(path) === basePath.toLowerCase()) return '/'
    const bare = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
    return get('url', tidy(path), from) ?? get('url', tidy(bare), from)
  }
  const getOwn = (path: string, from: From) => (path === '/' ? '/' : getUrl(path, from))
  return {
    has: (path) => byKey.has(`url ${tidy(decodePath(path))}`),
    find: (reference, from) => {
      const wanted = decodePath(reference.trim()).normalize('NFC')
      const url = /^(?:https?:)?\/\//i.test(wanted) ? URL.parse(wanted, 'https://here.invalid') : null
      if (url !== null)
        return hosts.has(url.host.toLowerCase()) ? getOwn(decodePath(url.pathname), from) : null
      if (wanted === '' || /^[a-z][a-z0-9+.-]*:/i.test(wanted)) return null
      return (
        findFile(wanted, from, get) ?? getUrl(resolveUrl(wanted, from), from) ?? findName(wanted, from, get)
      )
    },
  }
}

// Many pages may share a name; more than a few of them tell nothing apart.
const mostTwins = 8

function keyPages(pages: IndexedPage[]): Map<string, IndexedPage[]> {
  const byKey = new Map<string, IndexedPage[]>()
  const put = (key: string, page: IndexedPage) => {
    const list = byKey.get(key)
    if (list === undefined) byKey.set(key, [page])
    else if (list.length < mostTwins && !list.includes(page)) list.push(page)
  }
  for (const page of pages) {
    const stem = stemOf(page.path)
    put(`path ${page.path}`, page)
    put(`stem ${stem}`, page)
    put(`name ${lastOf(stem)}`, page)
    put(`name ${lastOf(stem).replace(/^\d{4}-\d\d?-\d\d?-/, '')}`, page)
    put(`title ${page.title.toLowerCase()}`, page)
    for (const former of page.former) put(`url ${tidy(former)}`, page)
  }
  return byKey
}

type Get = (kind: string, name: string, from: Pick<From, 'language'>) => string | null

function findFile(wanted: string, from: From, get: Get): string | null {
  const bare = wanted.replace(/^@\//, '/')
  const isFile = /\.(md|mdx|markdown|mdown|mkd|html?|ipynb|rst)$/i.test(bare)
  const tops = [
    folderOf(from.path),
    '',
    'content',
    'source',
    'src',
    'src/content',
    'docs',
    '_posts',
    'source/_posts',
    'src/pages',
  ]
  const places = (bare.startsWith('/') ? tops.slice(1) : tops)
    .map((top) => joinPath(top, bare))
    .filter((path) => path !== null)
  for (const path of places) {
    const found = (isFile ? get('path', path, from) : null) ?? get('stem', stemOf(path), from)
    if (found !== null && (isFile || /\//.test(bare) || places.indexOf(path) > 0)) return found
  }
  return null
}

/** Hugo's and Jekyll's references and links of note-taking programs name a page without its folder. */
function findName(wanted: string, from: From, get: Get): string | null {
  if (wanted.startsWith('./') || wanted.startsWith('../')) return null
  const last = lastOf(stemOf(wanted.replace(/^[@/]+/, '')))
  return get('name', last, from) ?? get('title', wanted.toLowerCase(), from)
}

function resolveUrl(wanted: string, { former }: From): string {
  const base = new URL(`https://here.invalid${former[0] ?? '/'}`)
  // Former addresses are kept without the slash that pages of folders end with.
  if (!/\.html?$/.test(base.pathname)) base.pathname = `${base.pathname.replace(/\/$/, '')}/`
  return decodePath(URL.parse(wanted, base)?.pathname ?? wanted)
}

function tidy(path: string): string {
  return (
    path
      .normalize('NFC')
      .toLowerCase()
      .replace(/\/index\.html?$|\.html?$|\/+$/, '') || '/'
  )
}

/** A path without its ending, its language and the index of a bundle. */
function stemOf(path: string): string {
  return path
    .replace(/(\.html?)?\.(md|mdx|markdown|mdown|mkd)$|\.html?$/i, '')
    .replace(/(?<=[^/])\.[a-z]{2}(-[a-z]{2,4})?$/i, '')
    .replace(/\/_?index$/i, '')
    .toLowerCase()
}

const lastOf = (path: string) => path.split('/').at(-1) ?? ''
const folderOf = (path: string) => path.split('/').slice(0, -1).join('/')
