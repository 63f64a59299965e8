type Lookup = (path: string) => boolean
type Votes = Map<string, { hits: number; misses: number }>

const enough = 2

/**
 * Where a site was found, judged by its own links: a host under which at least half of the links lead to pages of the source,
 * and a first folder, `/blog`, that its addresses have in common. Sources without a configuration say it in no other way.
 */
export function guessOwnAddress(
  references: Iterable<string>,
  isPage: Lookup,
): { hosts: string[]; basePath: string } {
  const hosts: Votes = new Map()
  const bases: Votes = new Map()
  for (const reference of references) {
    const url = /^https?:\/\//i.test(reference) ? URL.parse(reference) : null
    const path = url?.pathname ?? (reference.startsWith('/') ? reference.replace(/[?#].*$/s, '') : null)
    if (path === null || path.split('/').length < 3) continue
    const [, first = ''] = path.split('/')
    const rest = path.slice(first.length + 1)
    const whole = isPage(path)
    if (url !== null) vote(hosts, url.host.toLowerCase(), whole || isPage(rest))
    if (!whole && url === null) vote(bases, `/${first}`, isPage(rest))
  }
  return { hosts: winners(hosts), basePath: winners(bases)[0] ?? '' }
}

function vote(votes: Votes, name: string, hit: boolean) {
  const { hits, misses } = votes.get(name) ?? { hits: 0, misses: 0 }
  votes.set(name, hit ? { hits: hits + 1, misses } : { hits, misses: misses + 1 })
}

function winners(votes: Votes): string[] {
  const good = [...votes].filter(([, { hits, misses }]) => hits >= enough && hits >= misses)
  return good.sort(([, one], [, other]) => other.hits - one.hits).map(([name]) => name)
}
