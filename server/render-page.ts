import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { noting } from '@/lib/depends'
import { siteUrl } from '@/lib/site-url'

export type Rendering = {
  status: number
  contentType: string
  location: string | null
  /** Next's preloads of fonts: it announces them nowhere else. */
  link: string | null
  /** Only when the answer may be kept for ever. */
  cacheControl: string | null
  /** Of feeds. */
  lastModified: string | null
  body: Buffer
  /** What its queries read. */
  tags: ReadonlySet<string>
}
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * What Next answers for a path, asked from inside: with fixed headers and no cookies, so that nothing about one visitor can
 * reach another, and with the names of what its queries read.
 */
export async function renderPage(handler: NextHandler, url: string): Promise<Rendering> {
  const listener: RequestListener = (request, response) => void handler(request, response)
  // Awaited inside, because the library only begins when somebody waits for it.
  const { result, tags } = await noting(async () => {
    const headers = { host: new URL(siteUrl()).host, 'user-agent': 'octavo', accept: 'text/html' }
    return await inject(listener, { method: 'GET', url, headers })
  })
  return {
    status: result.statusCode,
    contentType: String(result.headers['content-type'] ?? 'text/html; charset=utf-8'),
    location: result.headers.location === undefined ? null : String(result.headers.location),
    link: fontLinks(result.headers.link),
    cacheControl: keptForEver(result.headers['cache-control']),
    lastModified:
      result.headers['last-modified'] === undefined ? null : String(result.headers['last-modified']),
    body: result.rawPayload,
    tags,
  }
}

type Header = number | string | string[] | undefined

function fontLinks(header: Header): string | null {
  const links = String(header ?? '').split(/,\s*(?=<)/)
  const fonts = links.filter((link) => /as="?font"?/.test(link))
  return fonts.length === 0 ? null : fonts.join(', ')
}

function keptForEver(header: Header): string | null {
  const value = String(header ?? '')
  return value.includes('immutable') ? value : null
}
