import { STATUS_CODES } from 'node:http'
import { chooseEncoding } from '@/server/encoding'
import type { Ready } from '@/server/front/message'

/**
 * A ready answer as the front keeps it: a small body as a string, which Node writes together with the head; and the heads as
 * they are sent, without their ends.
 */
export type Shelved = Omit<Ready, 'variant'> & {
  variant: Omit<Ready['variant'], 'body'> & { body: Buffer | string }
  head: string
  headWhenUnchanged: string
}

export type Shelf = {
  find(url: string, acceptEncoding: string | string[] | undefined): Shelved | null
  put(ready: Ready): void
  remove(urls: readonly string[]): void
}

/** Head and body together fit into what Node sends without asking for memory (16 kB). */
const SMALL = 12_000
const OVERHEAD = 4_096

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
    const head = headOf(status, variant.headers)
    const headWhenUnchanged = headOf(304, variant.headersWhenUnchanged)
    for (const encoding of variant.answers) {
      take(url, shelves[encoding])
      const shelved = { url, status, variant: { ...variant, body }, head, headWhenUnchanged }
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

/** The headers are ours and were checked when Node sent them for the first time. */
function headOf(status: number, headers: readonly string[]): string {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`
  return Buffer.from(head, 'latin1').toString('latin1')
}

function sizeOf({ url, variant }: Shelved): number {
  return url.length + variant.body.length + OVERHEAD
}
