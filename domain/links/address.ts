import { decodePercent, isSafeLink } from '@/domain/markdown/addresses'
import { encodePath } from '@/lib/paths'

/** Where a link of a text leads. `path` is normalised, as `pathOf` writes paths. */
export type LinkTarget =
  | { is: 'own'; path: string; fragment: string; written: 'path' | 'whole' | 'relative' }
  | { is: 'within'; fragment: string }
  | { is: 'elsewhere' }
  | { is: 'broken'; why: string }

/** The page that a link stands on: its path and the site's public origin. */
export type Page = { path: string; origin: string }

const LOCAL =
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+)$|\.(local|localhost|internal|test)$/
const HOST =
  /^(www\.[a-z0-9-]+|[a-z0-9-]+)(\.[a-z0-9-]+)*\.(com|org|net|edu|gov|io|dev|app|blog|de|at|ch|fr|eu|uk|nl|es|it|se|pl)([/?#:]|$)/i
const MAIL = /^[^/@\s]+@[^/@\s]+\.[a-z]+$/i

/** What a browser makes of an address on this page; nothing is asked of any other host. */
export function readAddress(href: string, page: Page): LinkTarget {
  const address = href.trim()
  if (address === '') return { is: 'broken', why: 'it has no address' }
  if (address.startsWith('#')) return { is: 'within', fragment: decodePercent(address.slice(1)) }
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return readWhole(address, page)
  if (MAIL.test(address)) return { is: 'broken', why: 'mailto: is missing' }
  if (HOST.test(address)) return { is: 'broken', why: 'https:// is missing' }
  if (!URL.canParse(address, page.origin + page.path)) return { is: 'broken', why: 'this is no address' }
  const url = new URL(address, page.origin + page.path)
  return { is: 'own', ...partsOf(url), written: address.startsWith('/') ? 'path' : 'relative' }
}

/** Percent signs as `pathOf` writes them, no slash at the end: so that two spellings of one address are the same text. */
export function normalPath(pathname: string): string {
  const parts = pathname.replace(/\/+$/, '').split('/')
  return encodePath(parts.map((part) => decodePercent(part)).join('/')) || '/'
}

function readWhole(address: string, { origin }: Page): LinkTarget {
  if (!isSafeLink(address)) return { is: 'broken', why: 'readers cannot follow such an address' }
  if (/^mailto:/i.test(address) && !address.includes('@'))
    return { is: 'broken', why: 'no mail address follows' }
  if (!/^(https?:)?\/\//i.test(address))
    return /^https?:/i.test(address) ? { is: 'broken', why: '// is missing' } : { is: 'elsewhere' }
  const whole = address.startsWith('//') ? `https:${address}` : address
  // A browser would take the first word of `https:///path` for the host.
  if (!URL.canParse(whole) || /^https?:\/\/\//i.test(whole))
    return { is: 'broken', why: 'this is no address' }
  const url = new URL(whole)
  if (url.host === new URL(origin).host) return { is: 'own', ...partsOf(url), written: 'whole' }
  if (LOCAL.test(url.hostname) || !/[.:]/.test(url.hostname))
    return { is: 'broken', why: 'only your own network knows this host' }
  return { is: 'elsewhere' }
}

function partsOf(url: URL) {
  return { path: normalPath(url.pathname), fragment: decodePercent(url.hash.slice(1)) }
}
