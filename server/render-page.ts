import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { noting, type Notes } from '@/lib/depends'
import { siteUrl } from '@/lib/site-url'

export type Rendering = {
  status: number
  contentType: string
  location: string | null
  /** Next's preloads of fonts: it announces them nowhere else. */
  link: string | null
  /** Only when the answer may be kept for ever. */
  cacheControl: string | null
  body: Buffer
  notes: Notes
}
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * What Next answers for a path, asked from inside: with fixed headers and no cookies, so that nothing about one visitor can
 * reach another, and with the notes of what its queries read.
 */
export async function renderPage(handler: NextHandler, url: string): Promise<Rendering> {
  const listener: RequestListener = (request, response) => void handler(request, response)
  const { result, notes } = await noting(() =>
    inject(listener, {
      method: 'GET',
      url,
      headers: { host: new URL(siteUrl()).host, 'user-agent': 'octavo', accept: 'text/html' },
    }),
  )
  return {
    status: result.statusCode,
    contentType: String(result.headers['content-type'] ?? 'text/html; charset=utf-8'),
    location: result.headers.location === undefined ? null : String(result.headers.location),
    link: fontLinks(result.headers.link),
    cacheControl: keptForEver(result.headers['cache-control']),
    body: result.rawPayload,
    notes,
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
