import { createHmac } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { type Actor, COMMAND_LINE } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { expirePost, publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { deletePost, trashPost } from '@/domain/posts/trash'
import { announcePost } from '@/domain/schedule/announce'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { databaseNow } from '@/lib/dates'
import { db, transaction } from '@/lib/db'
import { startWorker } from '@/server/worker'
import { folderWith } from '@/tests/support/folder'
import { contentWith, personWith } from '@/tests/support/posts'
import { openReceiver } from '@/tests/support/receiver'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const receiver = await openReceiver()
let owner: Actor & { id: string }
let worker: Awaited<ReturnType<typeof startWorker>>

beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example.org'
  process.env.WEBHOOK_URL = `${receiver.url}/hook`
  process.env.WEBHOOK_SECRET = SECRET
  process.env.WEBSUB_HUB = `${receiver.url}/hub`
  owner = await personWith('owner')
  worker = await startWorker(process.env.DATABASE_URL ?? '')
})

afterAll(async () => {
  await worker.stop()
  await closeRenderPool()
  await receiver.close()
})

beforeEach(async () => {
  await settle()
  receiver.received.length = 0
})

/** Until no job waits that could run now. */
async function settle() {
  const waiting = () =>
    db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE run_at <= now() + interval '100 milliseconds'`
  await expect.poll(waiting, { timeout: 20_000 }).toEqual([{ jobs: 0 }])
}

async function live(title: string) {
  const post = await createPost(owner, contentWith({ title }))
  await publishPost(owner, post)
  return post
}

async function told(postId: string) {
  await settle()
  const types = ['post.appeared', 'post.changed', 'post.withdrawn']
  const events = await db.event.findMany({ where: { postId, type: { in: types } }, orderBy: { id: 'asc' } })
  return events.map(({ type }) => type.slice('post.'.length))
}

async function inDatabase(milliseconds: number) {
  return new Date((await databaseNow(db)).getTime() + milliseconds)
}

test('coming, changing and going are told once each, and what changes nothing for readers is not told', async () => {
  const post = await live('A life')
  expect(await told(post.id)).toEqual(['appeared'])
  const saved = await savePost(owner, {
    ...post,
    content: contentWith({ title: 'A new life', slug: post.slug }),
  })
  expect(await told(post.id)).toEqual(['appeared'])
  await updatePost(owner, { ...saved, announce: false })
  expect(await told(post.id)).toEqual(['appeared', 'changed'])
  await expirePost(owner, { id: post.id, expiresAt: await inDatabase(3_600_000) })
  await expirePost(owner, { id: post.id, expiresAt: null })
  await announcePost(post.id)
  expect(await told(post.id)).toEqual(['appeared', 'changed'])
  await unpublishPost(owner, post.id)
  await trashPost(owner, post.id)
  expect(await told(post.id)).toEqual(['appeared', 'changed', 'withdrawn'])
})

test('a post that is deleted before anybody looked is told as withdrawn', async () => {
  const post = await live('Trashed and deleted at once')
  expect(await told(post.id)).toEqual(['appeared'])
  let deleting = Promise.resolve()
  await transaction(async (tx) => {
    // Whoever looks waits here.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`octavo:announce:${post.id}`}))`
    await trashPost(owner, post.id)
    deleting = deletePost(owner, post.id)
    await Promise.race([deleting, delay(500)])
  })
  await deleting
  expect(await told(post.id)).toEqual(['appeared', 'withdrawn'])
})

test('what the clock does is told at its moment, and a cancelled moment is not', async () => {
  const [post, cancelled] = [
    await createPost(owner, contentWith({ title: 'By the clock' })),
    await createPost(owner, contentWith({ title: 'Cancelled' })),
  ]
  const due = await inDatabase(4_000)
  for (const each of [post, cancelled]) await schedulePost(owner, { ...each, date: due, zone: 'UTC' })
  await unpublishPost(owner, cancelled.id)
  await expirePost(owner, { id: post.id, expiresAt: new Date(due.getTime() + 1_500) })
  await expect.poll(() => told(post.id), { timeout: 20_000 }).toEqual(['appeared', 'withdrawn'])
  const [appeared] = await db.event.findMany({ where: { postId: post.id, type: 'post.appeared' } })
  expect(appeared?.at.getTime()).toBeGreaterThanOrEqual(due.getTime())
  expect(appeared?.data).toMatchObject({ due: due.toISOString(), date: due.toISOString() })
  expect(await told(cancelled.id)).toEqual([])
})

test('a look that came before its moment, because the clock was set back meanwhile, is repeated', async () => {
  const post = await createPost(owner, contentWith({ title: 'Looked for too early' }))
  await schedulePost(owner, { ...post, date: await inDatabase(3_000), zone: 'UTC' })
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await announcePost(post.id)
  expect(await told(post.id)).toEqual([])
  await expect.poll(() => told(post.id), { timeout: 15_000 }).toEqual(['appeared'])
})

test('a webhook names what happened, is signed, and keeps its id when it has to be sent again', async () => {
  receiver.answerNext('/hook', 503, 302)
  const post = await live('Heard elsewhere')
  const hooks = () => receiver.received.filter(({ path, body }) => path === '/hook' && body.includes(post.id))
  await expect.poll(() => hooks().length, { timeout: 60_000 }).toBe(3)
  expect(new Set(hooks().map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(receiver.received.filter(({ path }) => path === '/elsewhere')).toEqual([])
  for (const { headers, body } of hooks()) {
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
    const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key).update(signed).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${signature}`)
  }
  const body = hooks()[0]?.body ?? ''
  expect(JSON.parse(body)).toMatchObject({
    type: 'post.appeared',
    data: {
      post: post.id,
      url: `https://blog.example.org/posts/${post.slug}`,
      site: 'https://blog.example.org',
    },
  })
})

test('what an import brings is no news, and what it plans for later will be', async () => {
  const folder = await folderWith({
    'live.md': '---\ntitle: Known\ndate: 2024-01-01\n---\nText.',
    'later.md': `---\ntitle: Planned\ndate: ${(await inDatabase(4_000)).toISOString()}\n---\nText.`,
  })
  await importMarkdown(COMMAND_LINE, { root: folder, source: 'elsewhere' })
  const idOf = async (title: string) => (await db.post.findFirstOrThrow({ where: { head: { title } } })).id
  const [known, planned] = [await idOf('Known'), await idOf('Planned')]
  await expect.poll(() => told(planned), { timeout: 15_000 }).toEqual(['appeared'])
  expect(await told(known)).toEqual([])
  await unpublishPost(owner, known)
  expect(await told(known)).toEqual(['withdrawn'])
})

test('the hub hears of every feed', async () => {
  await live('For subscribers')
  await settle()
  const [ping] = receiver.received.filter(({ path }) => path === '/hub')
  const sent = new URLSearchParams(ping?.body)
  expect(sent.get('hub.mode')).toBe('publish')
  expect(sent.getAll('hub.url')).toEqual(
    ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `https://blog.example.org/${name}`),
  )
})
