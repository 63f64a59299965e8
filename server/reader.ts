import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolveAddress } from '@/domain/addresses/resolve'
import { sendAnswer, sendPrepared } from '@/server/answer'
import { redirectTo } from '@/server/errors'
import { findMovedList } from '@/server/moved-list'
import type { Pages } from '@/server/pages'
import { searchOf } from '@/server/requests'
import { readerQuery, routeOf } from '@/server/routes'

/** One path for every unknown address, so that all of them get the same bytes. Next's own 404 is empty without its scripts. */
const MISSING = { url: '/octavo-missing', status: 404 }
const GONE = { url: '/octavo-gone', status: 410 }

export type ReaderExchange = {
  pages: Pages
  request: IncomingMessage
  response: ServerResponse
  path: string
}

/** Answers a reader's GET or HEAD with a document; everyone gets the same one, signed in or not. */
export async function answerReader({ pages, request, response, path }: ReaderExchange): Promise<void> {
  const asker = { request, response, mayShare: pages.mayShare() }
  const search = searchOf(request)
  const kept = pages.kept(`${path}${readerQuery(path, search)}`)
  if (kept !== null) return sendPrepared(asker, kept)
  const place = await findPlace(path, search)
  if ('to' in place) return sendAnswer(asker, redirectTo(place.to, place.search))
  const page = await pages.page(place)
  const moved = page.status === 404 && routeOf(path) === 'list' ? await findMovedList(path) : null
  if (moved !== null) return sendAnswer(asker, redirectTo(moved, search))
  await sendPrepared(asker, page)
}

/** Where a request belongs: the page to show with its status, or another address. */
type Place = { url: string; status: number; otherwise: typeof MISSING } | { to: string; search: string }

async function findPlace(path: string, search: string): Promise<Place> {
  if (path.length > 1 && path.endsWith('/')) return { to: path.replace(/\/+$/, '') || '/', search }
  if (path === '/page/1') return { to: '/', search: '' }
  if (routeOf(path) === 'list') return shown(`${path}${readerQuery(path, search)}`, 200)
  if (path === MISSING.url || path === GONE.url) return shown(MISSING.url, MISSING.status)
  const address = await resolveAddress(path)
  if (address.is === 'moved') return { to: address.to, search }
  if (address.is === 'gone') return shown(GONE.url, GONE.status)
  return address.is === 'live' ? shown(path, 200) : shown(MISSING.url, MISSING.status)
}

function shown(url: string, status: number): Place {
  return { url, status, otherwise: MISSING }
}
