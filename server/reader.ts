import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolveAddress } from '@/domain/addresses/resolve'
import { isDatabaseReady } from '@/domain/settings/ready'
import { type Answer, sendAnswer } from '@/server/answer'
import { toDocument } from '@/server/document'
import { plainAnswer } from '@/server/errors'
import { feedHeaders, type Headers, readerHeaders } from '@/server/headers'
import { type NextHandler, renderPage } from '@/server/render-page'
import { readerQuery, routeOf } from '@/server/routes'

/** One path for every unknown address, so that all of them get the same bytes. Next's own 404 is empty without its scripts. */
const MISSING = '/octavo-missing'
const GONE = '/octavo-gone'

type ReaderExchange = { next: NextHandler; request: IncomingMessage; response: ServerResponse; path: string }

/** Answers a reader's GET or HEAD with a document; everyone gets the same one, signed in or not. */
export async function answerReader({ next, request, response, path }: ReaderExchange): Promise<void> {
  const search = (request.url ?? '').split('?').slice(1).join('?')
  await sendAnswer(request, response, await makeAnswer(next, path, search))
}

async function makeAnswer(next: NextHandler, path: string, search: string): Promise<Answer> {
  if (path.length > 1 && path.endsWith('/')) return redirect(path.replace(/\/+$/, '') || '/', search)
  if (path === '/page/1') return redirect('/', '')
  if (routeOf(path) === 'list') return render(next, `${path}${readerQuery(path, search)}`)
  if (path === MISSING || path === GONE) return missing(next)
  const address = await resolveAddress(path)
  if (address.is === 'moved') return redirect(address.to, search)
  if (address.is === 'gone') return { ...(await render(next, GONE)), status: 410 }
  return address.is === 'live' ? render(next, path) : missing(next)
}

async function render(next: NextHandler, url: string): Promise<Answer> {
  const rendering = await renderPage(next, url)
  if (rendering.status === 404) return missing(next)
  if (rendering.status >= 500) return plainAnswer((await isDatabaseReady()) ? 500 : 503)
  if (rendering.location !== null) return redirect(rendering.location, '')
  const { status, contentType, link, cacheControl, body } = rendering
  if (!contentType.startsWith('text/html')) {
    const kept: Headers = cacheControl === null ? {} : { 'cache-control': cacheControl }
    return { status, contentType, headers: { ...feedHeaders(), ...kept }, body }
  }
  const preload: Headers = link === null ? {} : { link }
  const html = toDocument(body.toString('utf8'))
  return { status, contentType, headers: { ...readerHeaders(), ...preload }, body: Buffer.from(html) }
}

async function missing(next: NextHandler): Promise<Answer> {
  return { ...(await render(next, MISSING)), status: 404 }
}

/** Only ever to a path of this site or to a target that an import named. */
function redirect(to: string, search: string): Answer {
  const location = search === '' || to.includes('?') ? to : `${to}?${search}`
  return {
    status: 301,
    contentType: 'text/plain; charset=utf-8',
    headers: { ...readerHeaders(), location },
    body: Buffer.from('Moved.\n'),
  }
}
