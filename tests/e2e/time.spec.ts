import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { APIRequestContext } from '@playwright/test'
import { folderWith } from '@/tests/support/folder'
import { expect, test } from '@/tests/support/journey'
import { runOctavo } from '@/tests/support/octavo'
import { freePort, prepareServer } from '@/tests/support/server'

const SECOND = 1_000
/** What a post changes besides its own page; all of them name its address. */
const LISTS = [
  '/',
  '/archive',
  '/tags/horology',
  '/series/time-told',
  '/authors/a-clockmaker',
  '/search?q=escapement',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/tags/horology/feed.xml',
  '/sitemap.xml',
]

test('a scheduled post appears everywhere at its second, and is gone everywhere at its expiry', async ({
  request,
}) => {
  test.setTimeout(60_000)
  const due = new Date(Date.now() + 9 * SECOND)
  const over = new Date(due.getTime() + 4 * SECOND)
  await bringIn({ slug: 'to-the-second', due, over })
  expect(Date.now(), 'the import took too long for this test').toBeLessThan(due.getTime())

  const paths = ['/posts/to-the-second', ...LISTS]
  const shown = paths.map((path) => watch(request, path, { moment: due, becomes: true }))
  expect((await Promise.all(shown)).filter(({ fault }) => fault !== null)).toEqual([])
  const hidden = paths.map((path) => watch(request, path, { moment: over, becomes: false }))
  expect((await Promise.all(hidden)).filter(({ fault }) => fault !== null)).toEqual([])
  expect((await request.get('/posts/to-the-second')).status()).toBe(410)
})

test('a schedule that one process made is kept by the next', async () => {
  test.setTimeout(90_000)
  const { env: whole } = await prepareServer()
  const port = String(await freePort())
  const env = {
    ...whole,
    PORT: port,
    SITE_URL: '',
    DATA_DIR: await mkdtemp(join(tmpdir(), 'octavo-time-')),
    DEMO: '0',
  }
  const due = new Date(Date.now() + 16 * SECOND)
  await bringIn({ slug: 'after-the-restart', due, over: null, env })
  const server = spawn(process.execPath, ['build/start.mjs'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  try {
    const status = async () => (await fetch(`http://127.0.0.1:${port}/posts/after-the-restart`)).status
    await expect.poll(() => status().catch(() => null), { timeout: 30 * SECOND }).toBe(404)
    expect(Date.now(), 'the start took too long for this test').toBeLessThan(due.getTime())
    await expect.poll(status, { timeout: 20 * SECOND, intervals: [50] }).toBe(200)
    expect(Date.now()).toBeGreaterThanOrEqual(due.getTime())
    expect(Date.now()).toBeLessThan(due.getTime() + SECOND)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
})

type Scheduled = { slug: string; due: Date; over: Date | null; env?: NodeJS.ProcessEnv }

async function bringIn({ slug, due, over, env }: Scheduled) {
  const keys = [
    `title: "${slug}"`, `slug: ${slug}`, `date: ${due.toISOString()}`, `tags: [Horology]`, `series: [Time told]`,
    `author: A Clockmaker`, ...(over === null ? [] : [`expiryDate: ${over.toISOString()}`]),
  ] // prettier-ignore
  const root = await folderWith({ 'due.md': `---\n${keys.join('\n')}\n---\n\nAn escapement.\n` })
  const { said } = await runOctavo(['import', root, '--source', slug], env ?? (await prepareServer()).env)
  expect(said).toContain('1 created')
}

type Change = { moment: Date; becomes: boolean }

/** Asks every 50 ms around the moment. A fault is an answer that changed before it, or had not changed a second after it. */
async function watch(request: APIRequestContext, path: string, { moment, becomes }: Change) {
  const due = moment.getTime()
  await pause(Math.max(0, due - Date.now() - SECOND))
  for (;;) {
    const asked = Date.now()
    const answer = await request.get(path)
    const shows = answer.status() === 200 && (await answer.text()).includes(slugIn(path))
    const answered = Date.now()
    if (shows === becomes) return { path, fault: answered < due ? `${due - answered} ms early` : null }
    if (asked > due + SECOND) return { path, fault: `not yet ${asked - due} ms after` }
    await pause(50)
  }
}

const slugIn = (path: string) => (path.startsWith('/posts/') ? '<h1' : 'to-the-second')
