import { asText } from '@/domain/transfer/front-matter-values'
import { slugify } from '@/lib/slug'
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
  const languages = languageFolders(page.language, site)
  const bases = site.config.basePath === '' ? [''] : ['', site.config.basePath]
  const whole = found.flatMap((path) =>
    languages.flatMap((code) => bases.map((base) => `${base}${code}${path}`)),
  )
  return [...new Set(whole.map((path) => path.normalize('NFC')))]
}

function addressesBy(page: Page, site: Site): string[] {
  const pattern = patternOf(page, site)
  const configured = pattern === undefined ? null : expandPermalink(pattern, wordsFor(page, site))
  if (configured !== null && site.generator !== 'unknown') return [configured]
  switch (site.generator) {
    case 'jekyll':
      return isPost(page) ? jekyllPosts(page) : jekyllPages(page)
    case 'hexo':
      return isPost(page) ? expanded('/:year/:month/:day/:title', page) : plainPages(page)
    case 'pelican':
      return [`/${page.slug}.html`, ...(page.kind === 'page' ? [`/pages/${page.slug}.html`] : [])]
    case 'docusaurus':
      return docusaurusPages(page)
    case 'astro':
      return page.kind === 'page' ? [...plainPages(page), ...astroPages(page, site)] : astroPages(page, site)
    case 'eleventy':
      return plainPages(
        page.folders.at(-1) === page.name ? { ...page, folders: page.folders.slice(0, -1) } : page,
      )
    case 'mkdocs':
      return page.kind === 'post' ? mkdocsPosts(page) : plainPages(page)
    case 'gatsby':
      // Its starters count paths from a folder such as `content/blog`.
      return [...plainPages(page), ...plainPages({ ...page, folders: page.folders.slice(1) })]
    case 'unknown':
      return page.dated ? [...jekyllPosts(page), ...(isPost(page) ? [] : plainPages(page))] : plainPages(page)
    default:
      return plainPages(page)
  }
}

/** The language of a site itself has no folder of its own, unless it is asked for. */
function languageFolders(language: string | null, { config, generator }: Site): string[] {
  if (language === null) return ['']
  const home = config.language ?? (generator === 'hugo' ? 'en' : null)
  return home?.toLowerCase() === language.toLowerCase() ? ['', `/${language}`] : [`/${language}`]
}

function patternOf(page: Page, { generator, config: { permalinks } }: Site): string | undefined {
  const section = (page.folders[0] ?? '').replace(/^_/, '')
  const own = section === '' ? undefined : permalinks.get(section)
  const isMeant = isPost(page) || (generator === 'pelican' && page.kind === 'post')
  return own ?? (isMeant ? permalinks.get('') : undefined)
}

/** What the words of a pattern mean differs: Hugo's title is the title, Hexo's is the path below its folder of posts. */
function wordsFor(page: Page, { generator }: Site): Page {
  const { folders, name, title, values } = page
  const [above, below] = aroundPosts(folders)
  if (generator === 'hexo') return { ...page, name: [...below, name].join('/') }
  if (generator === 'jekyll') return { ...page, folders: above }
  if (generator !== 'hugo') return page
  const titled = urlOfTitle(title)
  return { ...page, titled, slug: asText(values.slug) === null ? titled : page.slug }
}

/** Of Jekyll's folders only those above its posts are categories. */
function aroundPosts(folders: string[]): [string[], string[]] {
  const at = folders.findIndex((folder) => /^_(posts|drafts)$/.test(folder))
  return at < 0 ? [folders, []] : [folders.slice(0, at), folders.slice(at + 1)]
}

/** As Hugo writes a title into an address: letters, numbers and a few marks stay. */
function urlOfTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}._#+~@\s-]/gu, '')
    .trim()
    .replace(/[\s-]*\s[\s-]*/g, '-')
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
  const [above] = aroundPosts(page.folders)
  const posts = { ...page, folders: above }
  return [
    ...expanded('/:categories/:year/:month/:day/:title.html', { ...posts, categories: [] }),
    ...expanded('date', posts),
  ]
}

function jekyllPages({ name, folders }: Page): string[] {
  const path = `/${[...folders.map((folder) => folder.replace(/^_(?!posts)/, '')), name].join('/')}`
  return [`${path}.html`, path]
}

/** Pages of the documentation and of the site go by their own paths, which do not say here which of them they are. */
function docusaurusPages(page: Page): string[] {
  if (page.kind === 'page') return [...plainPages(page), ...plainPages(page).map((path) => `/docs${path}`)]
  return [`/blog/${page.slug}`, ...expanded('/blog/:year/:month/:day/:title', page)]
}

function mkdocsPosts(page: Page): string[] {
  const { folders, values, slug, title } = page
  const place = folders.slice(0, folders.lastIndexOf('posts')).join('/')
  const last = asText(values.slug) === null ? slugify(title) : slug
  return [
    ...expanded(`/${place}/:year/:month/:day/`, page).map((day) => `${day}${last}`),
    ...plainPages(page),
  ]
}

/** Astro has no address of its own: the pages of the site, `src/pages/blog/[...slug].astro`, say where a collection is. */
function astroPages(page: Page, { files }: Site): string[] {
  const routes = [...files.keys()].flatMap(
    (file) => /^src\/pages\/((?:[^[\]]+\/)?)\[[^\]]+\](?:\/index)?\.astro$/.exec(file)?.[1] ?? [],
  )
  const [collection = '', ...rest] = page.folders
  // The collection `post` is often shown at `posts`.
  const names = [collection, `${collection}s`, collection.replace(/s$/, '')]
  const own = routes.filter((route) => names.includes(route.split('/')[0] ?? '') && route.includes('/'))
  const places =
    own.length > 0 ? own : routes.filter((route) => !/tag|categor|author|page|archive/.test(route))
  const ends = plainPages({ ...page, folders: rest })
  const found = places.flatMap((place) => ends.map((end) => `/${place}${end.slice(1)}`))
  return found.length > 0 ? found : plainPages(page)
}
