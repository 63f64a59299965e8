import { isDatabaseReady } from '@/domain/settings/ready'
import { announceExpiry, trustExpiries } from '@/lib/remembered'
import type { Answer } from '@/server/prepared-answer'
import { toDocument } from '@/server/document'
import { plainAnswer, redirectTo } from '@/server/errors'
import { feedHeaders, type Headers, pageHeaders } from '@/server/headers'
import { createMoments } from '@/server/moments'
import { createPageStore } from '@/server/page-store'
import { type Prepared, prepareAnswer } from '@/server/prepared-answer'
import { createReadersFirst, createTurns, type ReadersFirst } from '@/server/readers-first'
import { type NextHandler, renderPage, type Rendering } from '@/server/render-page'

type Wanted = { url: string; status: number; otherwise: { url: string; status: number } }

export type Pages = {
  /** A page that is kept under exactly this address, at once, or null. */
  kept(url: string): Prepared | null
  /** The page of an address: kept, or rendered once however many ask; `otherwise` when Next has nothing there. */
  page(wanted: Wanted): Promise<Prepared>
  expire(tags: readonly string[]): void
  /** Whether shared caches may keep what is answered now for a minute. */
  mayShare(): boolean
}

const MAX_BYTES = 32 * 1024 * 1024
const SHARED_MS = 60_000
const CARDS_AT_ONCE = 2

/** Who keeps copies of what is kept here, and must hear when one is kept no longer and until when they may be used. */
export type Copies = {
  remove(url: string): void
  /** By `performance.now()`: until when the copies hold, and until when shared caches may be told to keep them. */
  hold(span: { until: number; shareUntil: number }): void
}
type Neighbours = { copies?: Copies; readers?: ReadersFirst }
const NO_COPIES: Copies = { remove: () => undefined, hold: () => undefined }

/** Reader pages and feeds, remembered until something they were read from changes or the clock changes what readers see. */
export function createPages(
  next: NextHandler,
  isTrusted: () => boolean,
  { copies = NO_COPIES, readers = createReadersFirst() }: Neighbours = {},
): Pages {
  const store = createPageStore<Prepared>(MAX_BYTES, copies.remove)
  const rendering = new Map<string, Promise<Prepared>>()
  const moments = createMoments(drop, {
    onChange: ({ until, planned }) => copies.hold({ until, shareUntil: planned - SHARED_MS }),
  })
  // They wait for a thread that the system serves last, and no page should wait for that.
  const draw = createTurns(CARDS_AT_ONCE)
  trustExpiries(isTrusted)

  function kept(url: string): Prepared | null {
    return moments.isSettled() && isTrusted() ? store.get(url) : null
  }

  async function page(wanted: Wanted): Promise<Prepared> {
    await moments.settle()
    const found = kept(keyOf(wanted))
    if (found !== null) return found
    const key = `${store.generation()} ${keyOf(wanted)}`
    const begun = rendering.get(key) ?? render(wanted).finally(() => rendering.delete(key))
    rendering.set(key, begun)
    return begun
  }

  async function render(wanted: Wanted): Promise<Prepared> {
    const take = isCard(wanted.url) ? draw : readers.render
    const { generation, rendered } = await take(async () => {
      const generation = store.generation()
      return { generation, rendered: await renderPage(next, wanted.url) }
    })
    if (isNothing(rendered) && wanted.url !== wanted.otherwise.url) {
      return page({ ...wanted.otherwise, otherwise: wanted.otherwise })
    }
    if (rendered.status >= 500) return prepareAnswer(plainAnswer((await isDatabaseReady()) ? 500 : 503))
    if (rendered.status >= 400 && !isNothing(rendered)) return prepareAnswer(plainAnswer(rendered.status))
    const prepared = prepareAnswer(answerWith(rendered, wanted.status))
    if (isKept(wanted.url)) {
      store.put(keyOf(wanted), { page: prepared, tags: rendered.tags, bytes: prepared.bytes }, generation)
    }
    return prepared
  }

  function drop(tags: readonly string[]): void {
    announceExpiry(tags)
    store.expire(tags)
  }

  function expire(tags: readonly string[]): void {
    drop(tags)
    moments.reconsider()
  }

  /** Shared caches cannot be told of a change, so they may be a minute behind, but never past a planned moment. */
  const mayShare = () => moments.remaining() > SHARED_MS

  return { kept, page, expire, mayShare }
}

/** Next answers `x.rsc` with the inside of the page x; to readers there is no such address. */
function isNothing({ status, contentType }: Rendering): boolean {
  return status === 404 || contentType.startsWith('text/x-component')
}

/** Pages that stand in for many addresses have a key that no request can ask for. */
function keyOf({ url, status }: Wanted): string {
  return status === 200 ? url : String(status)
}

/** Searches are as many as there are words, cards are kept on the disk, and `security.txt` says until when it holds. */
function isKept(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  return path !== '/search' && !isCard(url) && !path.startsWith('/.well-known/')
}

function isCard(url: string): boolean {
  return url.startsWith('/card/')
}

function answerWith(rendered: Rendering, status: number): Answer {
  const { contentType, link, cacheControl, lastModified, body, location } = rendered
  if (location !== null) return redirectTo(location, '')
  if (!contentType.startsWith('text/html')) {
    const kept: Headers = cacheControl === null ? {} : { 'cache-control': cacheControl }
    const dated: Headers = lastModified === null ? {} : { 'last-modified': lastModified }
    return { status, contentType, headers: { ...feedHeaders(), ...kept, ...dated }, body }
  }
  const preload: Headers = link === null ? {} : { link }
  const html = toDocument(body.toString('utf8'))
  return { status, contentType, headers: { ...pageHeaders(), ...preload }, body: Buffer.from(html) }
}
