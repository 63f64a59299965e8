import { expandPermalink, type PageFacts } from './permalinks'
import type { Site } from './site'

type Page = PageFacts & {
  language: string | null
  isIndex: boolean
  kind: 'post' | 'page' | 'section'
  dated: boolean
}

/** Where the generator itself has put a page that names no address, in every form that it may have been asked for. */
export function defaultAddresses(page: Page, site: Site): string[] {
  if (page.kind === 'section') return []
  const folders = page.isIndex ? page.folders.slice(0, -1) : page.folders
  const found = addressesBy({ ...page, folders }, site)
  const languages = page.language === null ? [''] : [`/${page.language}`]
  const bases = site.config.basePath === '' ? [''] : ['', site.config.basePath]
  const whole = found.flatMap((path) =>
    languages.flatMap((code) => bases.map((base) => `${base}${code}${path}`)),
  )
  return [...new Set(whole.map((path) => path.normalize('NFC')))]
}

function addressesBy(page: Page, site: Site): string[] {
  const { permalinks } = site.config
  const section = (page.folders[0] ?? '').replace(/^_/, '')
  const pattern = permalinks.get(section) ?? (isPost(page) ? permalinks.get('') : undefined)
  const configured = pattern === undefined ? null : expandPermalink(pattern, page)
  if (configured !== null && site.generator !== 'unknown') return [configured]
  switch (site.generator) {
    case 'jekyll':
      return isPost(page) ? jekyllPosts(page) : jekyllPages(page)
    case 'hexo':
      return isPost(page) ? expanded('/:year/:month/:day/:title', page) : plainPages(page)
    case 'pelican':
      return [`/${page.slug}.html`, ...(page.kind === 'page' ? [`/pages/${page.slug}.html`] : [])]
    case 'docusaurus':
      return [`/blog/${page.slug}`, ...expanded('/blog/:year/:month/:day/:title', page)]
    case 'astro':
      return astroPages(page, site)
    case 'unknown':
      return page.dated ? [...jekyllPosts(page), ...(isPost(page) ? [] : plainPages(page))] : plainPages(page)
    default:
      return plainPages(page)
  }
}

const isPost = ({ folders }: Page) => folders.some((folder) => /^_(posts|drafts)$/.test(folder))

function expanded(pattern: string, page: Page): string[] {
  const path = expandPermalink(pattern, page)
  return path === null ? [] : [path]
}

function plainPages({ name, slug, folders }: Page): string[] {
  const served = name.toLowerCase().replace(/\s+/g, '-')
  return [...new Set([served, slug])].map(
    (last) => `/${[...folders.filter((folder) => !/^_(posts|drafts)$/.test(folder)), last].join('/')}`,
  )
}

function jekyllPosts(page: Page): string[] {
  const bare = expandPermalink('/:categories/:year/:month/:day/:title.html', { ...page, categories: [] })
  return [...(bare === null ? [] : [bare]), ...expanded('date', page)]
}

function jekyllPages({ name, folders }: Page): string[] {
  const path = `/${[...folders.map((folder) => folder.replace(/^_(?!posts)/, '')), name].join('/')}`
  return [`${path}.html`, path]
}

/** Astro has no address of its own: the pages of the site, `src/pages/blog/[...slug].astro`, say where a collection is. */
function astroPages(page: Page, { files }: Site): string[] {
  const routes = [...files.keys()].flatMap(
    (file) => /^src\/pages\/((?:[^[\]]+\/)?)\[[^\]]+\](?:\/index)?\.astro$/.exec(file)?.[1] ?? [],
  )
  const [collection = '', ...rest] = page.folders
  const own = routes.filter((route) => route.startsWith(`${collection}/`))
  const places =
    own.length > 0 ? own : routes.filter((route) => !/tag|categor|author|page|archive/.test(route))
  const ends = plainPages({ ...page, folders: rest })
  const found = places.flatMap((place) => ends.map((end) => `/${place}${end.slice(1)}`))
  return found.length > 0 ? found : plainPages(page)
}
