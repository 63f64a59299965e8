import { readAddress } from '@/domain/links/address'
import type { Noticed } from '@/domain/markdown/rendered'
import { siteUrl } from '@/lib/site-url'

/** The addresses of this site that a text on this page leads to: each path, and as a whole address with every origin it may have. */
export function spellingsOf(path: string): string[] {
  const { host } = new URL(siteUrl())
  return [path, `http://${host}${path}`, `https://${host}${path}`]
}

/**
 * Where the links of a text on the page at `path` lead: paths of this site where none of another is said, and whole addresses whole,
 * so that a blog which moves to another name finds the links to itself again.
 */
export function linksOf({ links }: Pick<Noticed, 'links'>, path: string): string[] {
  return [...new Set(links.flatMap(({ href }) => linkOf(href, path) ?? []))]
}

/** One link of that page, or null when it leads to no other. */
export function linkOf(href: string, path: string): string | null {
  const address = href.trim()
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) {
    const { origin } = new URL(address)
    const whole = readAddress(address, { path, origin })
    return whole.is === 'own' ? `${origin}${whole.path}` : null
  }
  const target = readAddress(address, { path, origin: siteUrl() })
  return target.is === 'own' && target.path !== path ? target.path : null
}
