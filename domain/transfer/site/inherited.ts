import { asText, isRecord } from '@/domain/transfer/front-matter-values'
import type { Site } from './site'
import type { Defaults } from './site-config'

const fromEleventy = 'permalink layout author authors draft published lang language locale comments series'
// Not its pictures and layouts: those are for the looks of every page.
const fromJekyll = 'author authors draft published lang language locale comments toc math'

/**
 * What a text has from its site where it says nothing itself: Eleventy's data of the folders above it, Jekyll's defaults. `path` is
 * that in the site.
 */
export function inheritedBy({ generator, sides, config }: Site, path: string): Record<string, unknown> {
  if (generator === 'eleventy') return pick(fromFolders(sides.folders, path), fromEleventy)
  if (generator !== 'jekyll') return {}
  const fitting = config.defaults.filter((entry) => fits(entry, path))
  return pick(Object.fromEntries(fitting.flatMap(({ values }) => Object.entries(values))), fromJekyll)
}

function fromFolders(
  folders: ReadonlyMap<string, Record<string, unknown>>,
  path: string,
): Record<string, unknown> {
  const all: Record<string, unknown> = {}
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
    Object.assign(all, folders.get(path.slice(0, end)))
  return isRecord(all.eleventyComputed) ? { ...all, ...all.eleventyComputed } : all
}

/** `type` is `posts`, `drafts`, `pages` or a collection; a path holds for all below it. */
function fits({ path: scope, type }: Defaults, path: string): boolean {
  const folder = /(?:^|\/)_([^/]+)\//.exec(path)?.[1] ?? 'pages'
  const wanted = type === 'posts' || type === 'drafts' ? /^(posts|drafts)$/.test(folder) : folder === type
  if (type !== null && !wanted) return false
  const start = scope.replace(/^\/|\/?\**$|\/$/g, '')
  return start === '' || path === start || path.startsWith(`${start}/`)
}

function pick(values: Record<string, unknown>, keys: string): Record<string, unknown> {
  const found = keys
    .split(' ')
    .filter((key) => isRecord(values[key]) || asText(values[key]) !== null || Array.isArray(values[key]))
  return Object.fromEntries(found.map((key) => [key, values[key]]))
}
