import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { createPost } from '@/domain/posts/commands'
import { publishPost } from '@/domain/posts/publish'
import { getLivePost } from '@/domain/posts/queries'
import { type Expiry, followExpiry } from '@/server/expiry'
import { createPages } from '@/server/pages'
import { buildProgram, removePrograms } from '@/tests/support/boot'
import { contentWith, personWith } from '@/tests/support/posts'

const ROUNDS = 6

let expiry: Expiry | null = null
afterAll(async () => {
  await expiry?.stop()
  removePrograms()
  await closeRenderPool()
})

const titleOf = async (url: string) => (await getLivePost(url))?.title ?? 'nothing'

/** Starts somebody who changes the post, and kills them as soon as a change of theirs can be seen in the database. */
async function changeAndDie({
  program,
  id,
  url,
}: {
  program: string
  id: string
  url: string
}): Promise<void> {
  const before = await titleOf(url)
  const writer = spawn(process.execPath, [program, id], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(writer, 'exit')
  while ((await titleOf(url)) === before && writer.exitCode === null) {
    // Asked again at once: the next thing that the writer does is to be its last.
  }
  writer.kill('SIGKILL')
  expect((await gone)[1]).toBe('SIGKILL')
}

test('a change is seen within a second although whoever made it was killed right after the commit', async () => {
  const program = await buildProgram('updating-program')
  const owner = await personWith('owner')
  const pages = createPages(
    async ({ url }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(`<p>${await titleOf(url ?? '')}</p>`)
    },
    () => expiry?.isTrusted() ?? false,
  )
  expiry = await followExpiry(process.env.DATABASE_URL ?? '', pages.expire)
  const post = await createPost(owner, contentWith({ title: 'Before' }))
  await publishPost(owner, post)
  const url = `/posts/${post.slug}`
  const look = async () => {
    const page = await pages.page({ url, status: 200, otherwise: { url: '/octavo-missing', status: 404 } })
    return (await page.variantFor('')).body.toString()
  }
  for (let round = 0; round < ROUNDS; round++) {
    const stays = async () => (await look()) !== '' && pages.kept(url) !== null
    await expect.poll(stays, { interval: 20, timeout: 10_000 }).toBe(true)
    await changeAndDie({ program, id: post.id, url })
    // The database may still end what the writer had begun, so it is asked each time.
    const isFresh = async () => (await look()) === `<p>${await titleOf(url)}</p>`
    await expect.poll(isFresh, { interval: 10, timeout: 1_000 }).toBe(true)
    expect(await titleOf(url)).toMatch(/^Version \d+$/)
  }
}, 120_000)
