import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { statusOf } from '@/app/_http/refusal-status'
import { currentActor } from '@/app/_http/session'
import { addMedia } from '@/domain/media/commands'
import { MAX_AUDIO_BYTES } from '@/domain/media/media'
import { Refusal } from '@/lib/errors'
import { isDiskFull } from '@/lib/storage'

/** Takes one file, its bytes as the body and its name in `?name=`. Answers with where it is served, or a sentence. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refuse(new Refusal('unauthenticated', 'Your session has ended. Sign in again.'))
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-upload-'))
  try {
    const file = path.join(folder, 'upload')
    await receive(request, file)
    const fileName = new URL(request.url).searchParams.get('name') ?? 'file'
    const { key, ...media } = await addMedia(actor, { fileName, file })
    return Response.json({ ...media, key, url: `/media/${key}` }, { status: 201 })
  } catch (error) {
    if (error instanceof Refusal) return refuse(error)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function receive(request: Request, file: string): Promise<void> {
  if (request.body === null) throw new Refusal('invalid', 'The file is empty.')
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes > MAX_AUDIO_BYTES) done(new Refusal('too-large', 'A file may have 200 MB at most.'))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(Readable.from(request.body), limit, createWriteStream(file))
  } catch (error) {
    if (isDiskFull(error)) throw new Refusal('storage-full', 'The disk is full. Nothing was stored.')
    throw error
  }
  if (bytes === 0) throw new Refusal('invalid', 'The file is empty.')
}

function refuse(refusal: Refusal): Response {
  return Response.json({ sentence: refusal.message }, { status: statusOf(refusal) })
}
