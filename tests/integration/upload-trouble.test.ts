import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { statusOfRefusal } from '@/app/_http/status'
import { AUDIO_BYTES, PICTURE_BYTES } from '@/domain/media/media'
import { receiveMedia } from '@/domain/media/receive'
import type { SignedIn } from '@/domain/permissions'
import { db } from '@/lib/db'
import { somebody } from '@/tests/support/people'
import { mountSmallDisk } from '@/tests/support/small-disk'

let author: SignedIn
let noise: Buffer
beforeAll(async () => {
  author = await somebody('author')
  const pixels = Buffer.from(
    Array.from({ length: 600 * 600 * 3 }, (_, at) => (at * 7_919 * (at % 257)) % 256),
  )
  noise = await sharp(pixels, { raw: { width: 600, height: 600, channels: 3 } })
    .png()
    .toBuffer()
})

/** Everything that lies in the folder, and how many files the library knows. */
async function whatIsThere(folder = process.env.DATA_DIR ?? '') {
  const filesOf = (name: string) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).length : 0
  return [filesOf('media'), filesOf('originals'), filesOf('temporary'), await db.media.count()]
}

async function* chunks(...parts: (Uint8Array | Error)[]) {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield part
  }
}

const receive = (body: AsyncIterable<Uint8Array> | null, length = 0) =>
  receiveMedia(author, { fileName: 'a.png', length, body })

test('an upload that breaks off leaves nothing behind', async () => {
  const before = await whatIsThere()
  const broken = chunks(noise.subarray(0, 50_000), new Error('The connection is gone.'))
  await expect(receive(broken)).rejects.toThrow('The connection is gone.')
  // Ended early without an error, it is a picture that cannot be decoded.
  await expect(receive(chunks(noise.subarray(0, 50_000)))).rejects.toMatchObject({ code: 'unsupported' })
  await expect(receive(null)).rejects.toMatchObject({ code: 'invalid' })
  expect(await whatIsThere()).toEqual(before)
})

test('too much is refused by what is announced, and by what comes', async () => {
  const before = await whatIsThere()
  await expect(receive(chunks(noise), AUDIO_BYTES + 1)).rejects.toMatchObject({ code: 'too-large' })
  const rest = Array.from({ length: 33 }, () => Buffer.alloc(PICTURE_BYTES / 32))
  await expect(receive(chunks(noise, ...rest))).rejects.toMatchObject({ code: 'too-large' })
  expect(await whatIsThere()).toEqual(before)
})

test('what it is called changes nothing about what it is', async () => {
  const before = await whatIsThere()
  const page = Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(100))
  await expect(receive(chunks(page))).rejects.toMatchObject({ code: 'unsupported' })
  expect(await whatIsThere()).toEqual(before)
})

const disk = mountSmallDisk()

test.skipIf(disk === null)('a full disk is said as such, and nothing half-written stays on it', async () => {
  const home = process.env.DATA_DIR
  process.env.DATA_DIR = disk ?? ''
  try {
    const before = await whatIsThere(disk ?? '')
    const answer = receive(chunks(noise))
    await expect(answer).rejects.toMatchObject({
      code: 'storage-full',
      message: 'There is no room left on the disk.',
    })
    expect(statusOfRefusal('storage-full')).toBe(507)
    expect(await whatIsThere(disk ?? '')).toEqual(before)
  } finally {
    process.env.DATA_DIR = home
  }
})
