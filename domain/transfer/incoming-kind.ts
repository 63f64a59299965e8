import { asText } from '@/domain/transfer/front-matter-values'
import type { Site } from '@/domain/transfer/site/site'
import type { SourcePath } from '@/domain/transfer/source-path'

/** A section is the index of a folder or a listing; it is kept for export only. */
export type IncomingKind = 'post' | 'page' | 'section'

type Facts = {
  values: Record<string, unknown>
  place: SourcePath
  dateText: string | null
  body: string
  site: Site
  sitePath: string
}

const listings = [
  'home',
  'list',
  'archive',
  'archives',
  'search',
  'tags',
  'categories',
  'tag',
  'category',
  '404',
  'timeline',
]
const pageLayouts = ['page', 'pages', 'about', 'single-page', 'static']
const postLayouts = ['post', 'posts', 'blog', 'article', 'articles', 'news', 'blogpost', 'blog-post']
const postFolders =
  /^(posts?|blogs?|articles?|news|notes?|writing|writings|journal|til|essays?|stories|entries|diary|log|thoughts|weblog)$/i
const pageNames =
  /^(about(-?(me|us|this-site))?|contact(-us)?|now|uses|links|blogroll|resume|cv|imprint|impressum|privacy(-?policy)?|terms([\w-]*)|colophon|licen[cs]e|faq|projects|portfolio|guestbook|friends|datenschutz|disclaimer|support|donate)$/i

/** What a file is by its name, place and layout. A date makes a post of everything but what is plainly a page. */
export function kindOf(facts: Facts): IncomingKind {
  const { values, place, dateText, body } = facts
  const layouts = [values.layout, values.type, values.template, values.kind].map((value) => layoutName(value))
  if (dateText === null && place.isSite && isTerm(place)) return 'section'
  if (place.isSection) return isLonePage(facts) ? 'page' : 'section'
  if (place.isHome && dateText === null) return 'section'
  if (values.permalink === '/' || values.url === '/') return 'section'
  if (layouts.some((layout) => listings.includes(layout))) return 'section'
  if (place.name === '404' && dateText === null) return 'section'
  if (dateText === null && showsOthers(body)) return 'section'
  if (place.inPages || layouts.some((layout) => pageLayouts.includes(layout))) return 'page'
  if (place.inPosts || layouts.some((layout) => postLayouts.includes(layout))) return 'post'
  const above = place.isIndex ? place.folders.slice(0, -1) : place.folders
  if (above.length === 0 && pageNames.test(place.name) && place.dateText === null) return 'page'
  if (dateText !== null || !place.isSite) return 'post'
  if (above.some((folder) => postFolders.test(folder.replace(/^_/, '')))) return 'post'
  // Without a text it is a template that shows something else.
  return body.trim() === '' ? 'section' : 'page'
}

// A loop over the posts of the site, with few words around it.
const loop =
  /\{%-?\s*(?:for\s+\w+\s+in\s+(?:site|collections?|paginator|pagination)|assign\s+\w+\s*=\s*(?:site\.(?:posts|tags|categories|pages)|collections?|paginator|pagination))\b/
const fewWords = 400

function showsOthers(body: string): boolean {
  const start = body.search(loop)
  if (start < 0) return false
  const end = body.lastIndexOf('endfor')
  return start + (body.length - Math.max(start, end)) < fewWords
}

// `about/_index.md`, with a text and without pages below it, is what readers know as a page.
function isLonePage({ place, body, site, sitePath }: Facts): boolean {
  const folder = sitePath.split('/').slice(0, -1).join('/')
  if (place.folders.length === 0 || body.trim().length < 100) return false
  const below = [...site.files.keys()].filter(
    (file) => file.startsWith(`${folder}/`) && /\.(md|mdx|markdown)$/i.test(file),
  )
  return below.every((file) => /^_index(\.[a-z-]+)?\.\w+$/i.test(file.slice(folder.length + 1)))
}

/** Who somebody is, or what a tag is about: both have their own pages here. */
function isTerm({ folders, isIndex }: SourcePath): boolean {
  return /^_?(authors|tags?|categor(y|ies))$/i.test(folders.at(isIndex ? -2 : -1) ?? '')
}

function layoutName(value: unknown): string {
  const last = (asText(value) ?? '').toLowerCase().split('/').at(-1) ?? ''
  return last.replace(/\.[a-z]+$/, '')
}
