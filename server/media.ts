import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { answerMedia, findMediaFile, type MediaFile } from '@/domain/media/serving'
import { sendAnswer } from '@/server/answer'
import { plainAnswer } from '@/server/errors'
import { commonHeaders } from '@/server/headers'
import { createPageStore } from '@/server/page-store'

/** A file with its bytes when it is small, so that most pictures come from memory. */
type Kept = MediaFile & { body: Buffer | null }

export type MediaFiles = {
  answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
  expire(tags: readonly string[]): void
}

const MAX_BYTES = 32 * 1024 * 1024
const SMALL = 512 * 1024

/** Serves `/media/<key>`: from memory when it is small and asked for again, else from the disk as fast as it is taken. */
export function createMediaFiles(isTrusted: () => boolean): MediaFiles {
  const store = createPageStore<Kept>(MAX_BYTES)

  async function find(key: string): Promise<Kept | null> {
    const known = isTrusted() ? store.get(key) : null
    if (known !== null) return known
    const generation = store.generation()
    const file = await findMediaFile(key)
    if (file === null) return null
    const kept = { ...file, body: file.size <= SMALL ? await readFile(file.path) : null }
    const bytes = (kept.body?.length ?? 0) + 1_024
    store.put(key, { page: kept, tags: new Set([`media:${key}`]), bytes }, generation)
    return kept
  }

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const file = await find(path.slice('/media/'.length))
    if (file === null) return sendAnswer({ request, response }, plainAnswer(404))
    const { headers: asked, method } = request
    const { status, headers, bytes } = answerMedia(file, {
      // A range is asked for with GET only (RFC 9110 § 14.2).
      range: method === 'GET' ? (asked.range ?? null) : null,
      ifRange: headerText(asked['if-range']),
      ifNoneMatch: asked['if-none-match'] ?? null,
    })
    response.writeHead(status, { ...commonHeaders(), ...headers })
    if (method === 'HEAD' || bytes === null) response.end()
    else if (file.body !== null) response.end(file.body.subarray(bytes.start, bytes.end + 1))
    else await sendPart(response, file.path, bytes)
  }

  return { answer, expire: (tags) => store.expire(tags) }
}

async function sendPart(
  response: ServerResponse,
  path: string,
  bytes: { start: number; end: number },
): Promise<void> {
  try {
    await pipeline(createReadStream(path, bytes), response)
  } catch (error) {
    // A reader who stops listening is no failure.
    if (!response.destroyed) throw error
  }
}

function headerText(header: string | string[] | undefined): string | null {
  return header === undefined ? null : String(header)
}
