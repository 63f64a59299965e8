import { configFiles } from '@/domain/transfer/site/generator'
import { isSideFile } from '@/domain/transfer/site/side-files'
import { contentFolderOf, type Site } from '@/domain/transfer/site/site'
import { readWrittenDate } from '@/lib/written-date'

export type SourcePath = {
  /** Folders without a leading `content/` and without the language folder. */
  folders: string[]
  /** The name that becomes a slug: of the file, or of the folder for `x/index.md`; no date, no language, no extension. */
  name: string
  date: Date | null
  dateText: string | null
  language: string | null
  isIndex: boolean
  isSection: boolean
  /** `index.md` at the top: the home of a site, or, with a date, a bundle that was given as the source itself. */
  isHome: boolean
  isJekyll: boolean
  /** In the folder in which Jekyll and Hexo keep posts and drafts. */
  inPosts: boolean
  /** In a folder for static pages. */
  inPages: boolean
  isUnpublished: boolean
  isSite: boolean
}

/** What the path of a file in its site alone says about it, by the conventions of Hugo, Zola, Jekyll and the rest. */
export function readSourcePath(path: string, site: Site, zone: string): SourcePath {
  const content = contentFolderOf(site, path)
  const segments = path
    .normalize('NFC')
    .slice(content === '' ? 0 : content.length + 1)
    .split('/')
  const file = segments.pop() ?? ''
  const stem = file.replace(/(\.html?)?\.(md|markdown|mdx|mdown|mkd)$|\.html?$/i, '')
  const suffix = /^(.+)\.([a-z]{2}(?:[-_][a-z]{2,4})?)$/i.exec(stem)
  const fileLanguage = suffix !== null && isLanguage(suffix[2] ?? '') ? suffix[2] : undefined
  const bare = fileLanguage === undefined ? stem : (suffix?.[1] ?? stem)
  const { folders, language } = splitLanguage(segments, content, site)
  const isIndex = /^_?index$/i.test(bare) && folders.length > 0
  const { name, date, dateText } = splitDate(isIndex ? (folders.at(-1) ?? bare) : bare, zone)
  const inPosts = segments.some((folder) => folder === '_posts' || folder === '_drafts')
  return {
    folders,
    name,
    date,
    dateText,
    language: fileLanguage ?? site.config.languageFolders.get(content) ?? language,
    isIndex,
    isSection: bare === '_index',
    isHome: bare === 'index' && folders.length === 0,
    isJekyll: site.generator !== 'hexo' && (dateText !== null || inPosts),
    inPosts,
    inPages: content === 'src/pages' || folders.some((folder) => /^_?pages?$/.test(folder)),
    isUnpublished: segments.includes('_drafts') || (site.generator === 'astro' && bare.startsWith('_')),
    isSite: site.generator !== 'unknown' || siteMarks.some((mark) => site.files.has(mark)),
  }
}

/** A date in an address, `2014/12/12/timeline` or `/2014-12-12-timeline`, as `YYYY-MM-DD`. */
export function dateInAddress(address: string): string | null {
  const found = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)/.exec(address)
  return found === null ? null : [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].join('-')
}

/** Files by which a folder is known as a whole site. */
const siteMarks = ['_index.md', 'content/_index.md', ...configFiles]

/** Whether a file of settings, by its path in the source, is kept for export, because the texts read differently without it. */
export function isKeptMark(path: string): boolean {
  return (configFiles.includes(path) || isSideFile(path)) && !/\.mdx?$/i.test(path)
}

const neighbours = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pt-br',
  'nl',
  'ru',
  'ja',
  'ko',
  'zh',
  'zh-cn',
  'zh-tw',
  'pl',
  'tr',
  'uk',
]

const translated = new Set(['i18n', '_i18n', 'locales', 'translations', 'lang', 'languages'])

// A folder `it` may be about computers, so a folder counts as a language only beside one of another, or below `i18n`.
function splitLanguage(segments: string[], content: string, { folders }: Site) {
  for (const [index, folder] of segments.slice(0, 4).entries()) {
    if (!isLanguage(folder)) continue
    const above = segments.slice(0, index)
    const parent = [content, ...above].filter((part) => part !== '').join('/')
    const others = neighbours.filter((other) => other !== folder.toLowerCase())
    const beside = others.some((other) => folders.has(parent === '' ? other : `${parent}/${other}`))
    const below = translated.has(above.at(-1) ?? '')
    if (!beside && !below) continue
    const kept = [...(below ? above.slice(0, -1) : above), ...segments.slice(index + 1)]
    return {
      folders: kept.filter((part) => !part.startsWith('docusaurus-plugin-')),
      language: folder.replace('_', '-'),
    }
  }
  return { folders: segments, language: null }
}

// Names of programs and domains that happen to be language codes: socket.io.
function isLanguage(code: string): boolean {
  if (!/^[a-z]{2}([-_][a-z]{2,4})?$/i.test(code) || code.toLowerCase() === 'io') return false
  return (
    new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code.replace('_', '-')) !==
    undefined
  )
}

function splitDate(name: string, zone: string) {
  const found = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.+))?$/.exec(name)
  const date = found === null ? null : readWrittenDate(found[1] ?? '', zone)
  if (found === null || date === null) return { name, date: null, dateText: null }
  return { name: found[2] ?? name, date, dateText: found[1] ?? null }
}
