import { pathOf, RESERVED_SLUGS } from '@/domain/posts/post'
import { numberedSlugs } from '@/lib/numbered-slugs'

/** A file of a source as it will be found here: enough for the links of the others. */
export type PlannedPage = {
  /** In the source. */
  path: string
  kind: 'post' | 'page'
  title: string
  language: string | null
  slug: string
  /** Under which addresses it was found before. */
  former: string[]
}

type Taken = { language: string | null; slugs: ReadonlySet<string>; known: ReadonlyMap<string, string> }

/** The addresses that the names in a source ask for, as in an Octavo without posts. */
export function planByNames(pages: PlannedPage[]): Promise<Map<string, string>> {
  return Promise.resolve(planAddresses(pages, { language: null, slugs: new Set(), known: new Map() }))
}

/**
 * The addresses that an import gives, decided as it decides them: files that are `known` keep theirs, and of two that want the
 * same slug the later one is numbered. `slugs` are those that others have, written by `slugKey`; `language` is the site's own.
 */
export function planAddresses(
  pages: PlannedPage[],
  { language: home, slugs, known }: Taken,
): Map<string, string> {
  const taken = new Set<string>()
  const planned = new Map(known)
  for (const { path, kind, slug, language } of pages) {
    if (planned.has(path)) continue
    const own = language === null || isSameLanguage(language, home ?? '') ? null : language
    for (const wanted of numberedSlugs(slug)) {
      const key = slugKey({ kind, language: own, slug: wanted })
      if (taken.has(key) || slugs.has(key) || (kind === 'page' && RESERVED_SLUGS.has(wanted))) continue
      taken.add(key)
      planned.set(path, pathOf({ kind, slug: wanted, language: own }))
      break
    }
  }
  return planned
}

export function slugKey({
  kind,
  language,
  slug,
}: {
  kind: string
  language: string | null
  slug: string
}): string {
  return `${kind} ${language ?? ''} ${slug}`
}

function isSameLanguage(one: string, other: string): boolean {
  return one.toLowerCase().split('-')[0] === other.toLowerCase().split('-')[0]
}
