import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { streamFile } from '@/lib/storage'

let folder: string
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'octavo-storage-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(bytes: number) {
  const path = join(folder, `${bytes}`)
  await writeFile(path, Buffer.alloc(bytes, 'a'))
  return path
}

test('a part of a file is streamed whole', async () => {
  const path = await fileOf(700_000)
  const text = await new Response(streamFile(path, { start: 5, end: 600_004 })).text()
  expect(text.length).toBe(600_000)
})

test('a stream that nobody reads opens no file', async () => {
  const missing = join(folder, 'missing')
  const stream = streamFile(missing, { start: 0, end: 9 })
  // Were the file opened before the first read, this would be an unhandled rejection by now.
  await new Promise((resolve) => setImmediate(resolve))
  await expect(new Response(stream).text()).rejects.toThrow('ENOENT')
})

test('a reader that leaves in the middle closes the file', async () => {
  const reader = streamFile(await fileOf(900_000), { start: 0, end: 899_999 }).getReader()
  expect((await reader.read()).value?.length).toBe(262_144)
  await reader.cancel()
  expect((await reader.read()).done).toBe(true)
})
