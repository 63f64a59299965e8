import { readJson, tomlDialect, yamlDialect } from '@/domain/transfer/front-matter-dialects'
import { asText, asTexts, isRecord } from '@/domain/transfer/front-matter-values'

export type SiteConfig = {
  /** Hosts under which the site was found, in lower case. */
  hosts: ReadonlySet<string>
  /** `/blog` for a site at `https://example.org/blog/`, else empty. */
  basePath: string
  language: string | null
  /** The folder of a language, where the configuration names one. */
  languageFolders: ReadonlyMap<string, string>
  /** Patterns of addresses, by section or collection; an empty scope means every post. */
  permalinks: ReadonlyMap<string, string>
  contentFolder: string | null
  excerptMark: string | null
  /** What Jekyll was told to leave out. */
  excluded: readonly string[]
  /** Values that Jekyll gives to the texts of a folder or collection, the most general first. */
  defaults: readonly Defaults[]
  texts: ReadonlyMap<string, string>
}

export type Defaults = { path: string; type: string | null; values: Record<string, unknown> }

/** What the configuration files of a site, by name, say that an import needs. What cannot be read says nothing. */
export function readSiteConfig(files: ReadonlyMap<string, string>): SiteConfig {
  const values = [...files].map(([name, text]) => [name, readValues(name, text)] as const)
  const all: Record<string, unknown> = Object.fromEntries(
    values.flatMap(([name, found]) => (/permalinks|languages/.test(name) ? [] : Object.entries(found))),
  )
  const folded = new Map(Object.entries(all).map(([key, value]) => [key.toLowerCase(), value]))
  const part = (wanted: string) =>
    values.find(([name]) => name.includes(`_default/${wanted}`))?.[1] ?? folded.get(wanted)
  const text = (...keys: string[]) =>
    keys.map((key) => asText(folded.get(key))).find((found) => found !== null) ?? null
  const address =
    URL.parse(text('baseurl') ?? '') ?? URL.parse(text('base_url', 'site', 'siteurl', 'url') ?? '')
  const base = text('baseurl', 'root', 'base') ?? ''
  const path = base.startsWith('/') ? base : (address?.pathname ?? '')
  const languages = part('languages')
  return {
    hosts: new Set(
      address === null ? [] : [address.host.toLowerCase(), address.host.toLowerCase().replace(/^www\./, '')],
    ),
    basePath: path.replace(/\/+$/, ''),
    language: text(
      'defaultcontentlanguage',
      'default_language',
      'languagecode',
      'language',
      'lang',
      'default_lang',
    ),
    languageFolders: isRecord(languages) ? contentFolders(languages) : new Map(),
    permalinks: readPermalinks(part('permalinks'), folded),
    contentFolder: text('contentdir'),
    excerptMark: text('excerpt_separator'),
    excluded: asTexts(folded.get('exclude')),
    defaults: readDefaults(folded.get('defaults')),
    texts: new Map(
      [...folded].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])),
    ),
  }
}

/** The values of a file of settings, by its ending. */
export function readValues(name: string, text: string): Record<string, unknown> {
  if (/\.(py|[cm]?[jt]s)$/.test(name)) return readAssignments(text)
  const dialect = name.endsWith('.toml') ? tomlDialect : yamlDialect
  const reading = name.endsWith('.json') ? readJson(text) : dialect.read(text)
  return 'fault' in reading ? {} : reading.values
}

/** Programs are not run: only `NAME = 'text'`, `name: 'text'` and `name: true` are taken from them. */
function readAssignments(text: string): Record<string, unknown> {
  return Object.fromEntries(
    [
      ...text
        .slice(0, 200_000)
        .matchAll(/(?:^|[{,])\s*(["']?)(\w+)\1\s*[=:]\s*(?:(["'`])([^"'`\n]*)\3|(true|false)\b)/gm),
    ].map(([, , key = '', , value, flag]) => [key, flag === undefined ? value : flag === 'true']),
  )
}

function contentFolders(languages: Record<string, unknown>): Map<string, string> {
  return new Map(
    Object.entries(languages).flatMap(([code, about]) => {
      const folder = isRecord(about) ? asText(about.contentDir ?? about.contentdir) : null
      return folder === null ? [] : [[folder.replace(/^\.?\/|\/$/g, ''), code] as const]
    }),
  )
}

function readPermalinks(found: unknown, all: ReadonlyMap<string, unknown>): Map<string, string> {
  const patterns = new Map<string, string>()
  const put = (scope: string, pattern: unknown) => {
    if (typeof pattern === 'string' && pattern !== '') patterns.set(scope, pattern)
  }
  put('', all.get('permalink'))
  put('', all.get('article_url'))
  const sections = isRecord(found) && isRecord(found.page) ? found.page : found
  if (isRecord(sections)) for (const [section, pattern] of Object.entries(sections)) put(section, pattern)
  const collections = all.get('collections')
  if (isRecord(collections))
    for (const [name, about] of Object.entries(collections)) if (isRecord(about)) put(name, about.permalink)
  for (const { path, type, values } of readDefaults(all.get('defaults'))) {
    const scope = type ?? path.replace(/^_|\/.*$/g, '')
    put(scope === 'posts' ? '' : scope, values.permalink)
  }
  return patterns
}

function readDefaults(found: unknown): Defaults[] {
  return (Array.isArray(found) ? found : []).flatMap((entry) =>
    isRecord(entry) && isRecord(entry.scope) && isRecord(entry.values)
      ? [{ path: asText(entry.scope.path) ?? '', type: asText(entry.scope.type), values: entry.values }]
      : [],
  )
}
