import { chooseEncoding } from '@/server/encoding'
import type { Ready } from '@/server/front/message'

/** A ready answer as the front keeps it: a small body as a string, which Node writes together with the head. */
export type Shelved = Omit<Ready, 'variant'> & {
  variant: Omit<Ready['variant'], 'body'> & { body: Buffer | string }
}

export type Shelf = {
  find(url: string, acceptEncoding: string | string[] | undefined): Shelved | null
  put(ready: Ready): void
  remove(urls: readonly string[]): void
}

/** Head and body together fit into what Node sends without asking for memory (16 kB). */
const SMALL = 12_000
const OVERHEAD = 2_048

/**
 * Answers by address and encoding, at most `maxBytes` of them. When there is no room it begins anew: whatever is asked for is
 * back after one request, and nothing has to remember who was asked for last.
 */
export function createShelf(maxBytes: number): Shelf {
  const shelves = { br: new Map<string, Shelved>(), gzip: new Map<string, Shelved>(), identity: new Map<string, Shelved>() } // prettier-ignore
  const all = Object.values(shelves)
  let bytes = 0

  function put({ url, status, variant }: Ready): void {
    const bytesSent = Buffer.from(variant.body.buffer, variant.body.byteOffset, variant.body.byteLength)
    const body = bytesSent.length <= SMALL ? bytesSent.toString('latin1') : bytesSent
    for (const encoding of variant.answers) {
      take(url, shelves[encoding])
      const shelved = { url, status, variant: { ...variant, body } }
      if (bytes + sizeOf(shelved) > maxBytes) clear()
      bytes += sizeOf(shelved)
      shelves[encoding].set(url, shelved)
    }
  }

  function take(url: string, shelf: Map<string, Shelved>): void {
    const shelved = shelf.get(url)
    if (shelved === undefined) return
    shelf.delete(url)
    bytes -= sizeOf(shelved)
  }

  function clear(): void {
    for (const shelf of all) shelf.clear()
    bytes = 0
  }

  return {
    find: (url, acceptEncoding) => shelves[chooseEncoding(acceptEncoding)].get(url) ?? null,
    put,
    remove: (urls) => {
      for (const url of urls) for (const shelf of all) take(url, shelf)
    },
  }
}

function sizeOf({ url, variant }: Shelved): number {
  return url.length + variant.body.length + OVERHEAD
}
