/** Paths that Next answers as they are; everything else belongs to readers and is answered with a document. */
const NOT_FOR_READERS = /^\/(?:_next|admin|api|login|logout|setup|reset|preview|media)(?:\/|$)/

/** Reader paths that are no post: lists, indexes and machines' files. Every other one is looked up among the addresses. */
const LISTS =
  /^\/(?:$|page\/|tags(?:\/|$)|series(?:\/|$)|authors(?:\/|$)|archive(?:\/|$)|search$|theme\/|card\/|feed\.xml$|atom\.xml$|feed\.json$|sitemap|robots\.txt$|manifest\.webmanifest$|\.well-known\/)/

export type RouteKind = 'desk' | 'list' | 'post'

export function routeOf(path: string): RouteKind {
  if (NOT_FOR_READERS.test(path)) return 'desk'
  return LISTS.test(path) ? 'list' : 'post'
}

/** The part of the query that a reader path answers to; anything else is dropped, so that it can neither vary nor poison. */
export function readerQuery(path: string, search: string): string {
  if (path !== '/search') return ''
  const given = new URLSearchParams(search)
  const kept = new URLSearchParams()
  for (const key of ['q', 'page', 'tag', 'year']) {
    const value = given.get(key)
    if (value !== null && value !== '') kept.set(key, value.slice(0, 500))
  }
  return kept.size === 0 ? '' : `?${kept}`
}
