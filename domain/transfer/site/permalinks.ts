import { asText } from '@/domain/transfer/front-matter-values'
import { slugify } from '@/lib/slug'

export type PageFacts = {
  /** The name of the file or bundle, without its date. */
  name: string
  slug: string
  title: string
  /** Folders of the content above it. */
  folders: string[]
  categories: string[]
  dateText: string | null
  values: Record<string, unknown>
  /** What `:title` stands for where it is not the name. */
  titled?: string
}

const named = new Map([
  ['date', '/:categories/:year/:month/:day/:title.html'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title.html'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title.html'],
  ['none', '/:categories/:title.html'],
])

/** The address that a pattern of Jekyll, Hugo, Hexo, Pelican or Eleventy gives a page; null when it asks for what is not known. */
export function expandPermalink(pattern: string, facts: PageFacts): string | null {
  const whole = (named.get(pattern) ?? pattern)
    .replace(/:output_ext/g, '.html')
    .replace(
      /\{\{[-\s]*([\w.]+)[^{}]*\}\}/g,
      (_, name: string) => `:${eleventy.get(name) ?? name.replace(/^page\./, '')}`,
    )
    .replace(/\{date:([^{}]*)\}/g, (_, format: string) =>
      format.replace(/%([YmdbB])/g, (_found, letter: string) => `:${strftime.get(letter)}`),
    )
    .replace(/\{(\w+)\}/g, ':$1')
  let unknown = /[{}]/.test(whole)
  const path = whole.replace(/:([a-z_]+)(\[[^\]]*\])?/gi, (_, token: string, range: string | undefined) => {
    const value = valueOf(token.toLowerCase(), range, facts)
    unknown ||= value === null
    return value ?? ''
  })
  return unknown ? null : `/${path}`.replace(/\/{2,}/g, '/')
}

const eleventy = new Map([
  ['page.fileSlug', 'name'],
  ['page.filePathStem', 'path'],
  ['title', 'slugified_title'],
  ['slug', 'slug'],
])
const strftime = new Map([
  ['Y', 'year'],
  ['m', 'month'],
  ['d', 'day'],
  ['b', 'short_month'],
  ['B', 'monthname'],
])

function valueOf(token: string, range: string | undefined, facts: PageFacts): string | null {
  const date = dateParts(facts.dateText)
  if (date.has(token)) return date.get(token) ?? null
  const { name, slug, title, folders, categories, values, titled = name } = facts
  const above = folders.filter((folder) => !folder.startsWith('_'))
  const texts = new Map([
    ['title', titled], ['slug', slug], ['name', name], ['filename', name], ['contentbasename', name], ['slugorfilename', asText(values.slug) === null ? name : slug],
    ['slugorcontentbasename', asText(values.slug) === null ? name : slug], ['post_title', name], ['slugified_title', slugify(title)],
    ['categories', [...above, ...categories.map((category) => slugify(category))].join('/')],
    ['slugified_categories', categories.map((category) => slugify(category)).join('/')],
    ['category', slugify(categories[0] ?? above[0] ?? 'uncategorized')],
    ['section', above[0] ?? ''], ['sections', sliceOf(above, range).join('/')], ['path', [...above, name].join('/')],
    ['collection', (folders[0] ?? '').replace(/^_/, '')], ['lang', ''],
  ]) // prettier-ignore
  const own = Object.hasOwn(values, token) ? asText(values[token]) : null
  return texts.get(token) ?? own
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

function dateParts(dateText: string | null): ReadonlyMap<string, string | null> {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(dateText ?? '')
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found ?? []
  const names = [
    'year',
    'month',
    'day',
    'i_month',
    'i_day',
    'short_year',
    'hour',
    'minute',
    'second',
    'monthname',
    'short_month',
    'y_day',
    'yearday',
  ]
  if (year === undefined || month === undefined || day === undefined)
    return new Map(names.map((name) => [name, null]))
  const yearDay =
    (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 1)) / 86_400_000 + 1
  const monthName = months[Number(month) - 1] ?? ''
  return new Map([
    ['year', year], ['month', month.padStart(2, '0')], ['day', day.padStart(2, '0')], ['i_month', String(Number(month))],
    ['i_day', String(Number(day))], ['short_year', year.slice(2)], ['hour', hour], ['minute', minute], ['second', second],
    ['monthname', monthName.toLowerCase()], ['short_month', monthName.slice(0, 3)], ['y_day', String(yearDay).padStart(3, '0')],
    ['yearday', String(yearDay)],
  ]) // prettier-ignore
}

function sliceOf(list: string[], range: string | undefined): string[] {
  if (range === undefined) return list
  const [from, to] = range.slice(1, -1).split(':')
  if (from === 'last') return list.slice(-1)
  if (to === undefined) return list.slice(Number(from), Number(from) + 1)
  return list.slice(Number(from || 0), to === '' || to === 'last' ? undefined : Number(to))
}
