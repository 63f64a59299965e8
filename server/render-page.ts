import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import inject from 'light-my-request'
import { noting, type Notes } from '@/lib/depends'
import { siteUrl } from '@/lib/site-url'

export type Rendering = {
  status: number
  contentType: string
  location: string | null
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
    body: result.rawPayload,
    notes,
  }
}
