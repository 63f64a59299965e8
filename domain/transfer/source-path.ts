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
  isUnpublished: boolean
  isSite: boolean
}

/** What the path of a file alone says about it, by the conventions of Hugo, Zola, Jekyll and the rest. */
export function readSourcePath(path: string, files: ReadonlySet<string>, zone: string): SourcePath {
  const segments = path.normalize('NFC').split('/')
  const file = segments.pop() ?? ''
  const stem = file.replace(/\.(md|markdown|mdx|mdown|mkd|html?)$/i, '')
  const suffix = /^(.+)\.([a-z]{2}(?:[-_][a-z]{2,4})?)$/i.exec(stem)
  const fileLanguage = suffix !== null && isLanguage(suffix[2] ?? '') ? suffix[2] : undefined
  const bare = fileLanguage === undefined ? stem : (suffix?.[1] ?? stem)
  const { folders, language } = splitLanguage(segments, files)
  const isIndex = bare.toLowerCase() === 'index' && folders.length > 0
  const { name, date, dateText } = splitDate(isIndex ? (folders.at(-1) ?? bare) : bare, zone)
  return {
    folders,
    name,
    date,
    dateText,
    language: fileLanguage ?? language,
    isIndex,
    isSection: bare === '_index',
    isHome: bare === 'index' && folders.length === 0,
    isJekyll: dateText !== null || segments.some((folder) => folder === '_posts' || folder === '_drafts'),
    isUnpublished: segments.includes('_drafts'),
    isSite: siteMarks.some((mark) => files.has(mark)),
  }
}

/** A date in an address, `2014/12/12/timeline` or `/2014-12-12-timeline`, as `YYYY-MM-DD`. */
export function dateInAddress(address: string): string | null {
  const found = /(?:^|\/)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)/.exec(address)
  return found === null ? null : [found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].join('-')
}

/** Files by which a folder is known as a whole site. */
export const siteMarks = [
  '_index.md',
  'content/_index.md',
  '_config.yml',
  'hugo.toml',
  'hugo.yaml',
  'config.toml',
  'config.yaml',
  'zola.toml',
  'astro.config.mjs',
  '.eleventy.js',
  'eleventy.config.js',
]

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

// A folder `it` may be about computers, so a folder counts as a language only beside the same file in another language.
function splitLanguage(segments: string[], files: ReadonlySet<string>) {
  const content = segments[0] === 'content' ? ['content'] : []
  const [first = '', ...rest] = segments.slice(content.length)
  const others = neighbours.filter((other) => other !== first.toLowerCase())
  const beside = ['_index.md', 'index.md'].some((name) =>
    others.some(
      (other) =>
        files.has([...content, first, name].join('/')) && files.has([...content, other, name].join('/')),
    ),
  )
  if (isLanguage(first) && beside) return { folders: rest, language: first }
  return { folders: segments.slice(content.length), language: null }
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
  const found = /^(\d{4}-\d{1,2}-\d{1,2})[-_](.+)$/.exec(name)
  const date = found === null ? null : readWrittenDate(found[1] ?? '', zone)
  if (found === null || date === null) return { name, date: null, dateText: null }
  return { name: found[2] ?? name, date, dateText: found[1] ?? null }
}
