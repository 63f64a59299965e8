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
  test.setTimeout(90_000)
  const began = Date.now()
  await bringIn({ slug: 'long-ago', due: new Date('2020-01-01'), over: null })
  const due = new Date(Date.now() + 2 * (Date.now() - began) + 2 * SECOND)
  const over = new Date(due.getTime() + 4 * SECOND)
  await bringIn({ slug: 'to-the-second', due, over })

  const paths = ['/posts/to-the-second', ...LISTS]
  for (const change of [
    { moment: due, becomes: true },
    { moment: over, becomes: false },
  ]) {
    const watched = paths.map((path) => watch(change, () => shows(request, path)))
    expect((await Promise.all(watched)).map((fault, at) => `${paths[at]}: ${fault}`)).toEqual(
      paths.map((path) => `${path}: on time`),
    )
  }
  expect((await request.get('/posts/to-the-second')).status()).toBe(410)
})

test('a schedule that one process made is kept by the next', async () => {
  test.setTimeout(90_000)
  const port = String(await freePort())
  const dataDir = await mkdtemp(join(tmpdir(), 'octavo-time-'))
  const env = { ...(await prepareServer()).env, PORT: port, SITE_URL: '', DATA_DIR: dataDir, DEMO: '0' }
  const due = new Date(Date.now() + 14 * SECOND)
  await bringIn({ slug: 'after-the-restart', due, over: null, env })
  const server = spawn(process.execPath, ['build/start.mjs'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  try {
    const url = `http://127.0.0.1:${port}/posts/after-the-restart`
    const isThere = () =>
      fetch(url).then(
        ({ status }) => status === 200,
        () => null,
      )
    expect(await watch({ moment: due, becomes: true }, isThere)).toBe('on time')
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

/**
 * Asks every 50 ms around the moment and says when the answer changed: not before it, and at most a second after it, or after
 * the first answer where there was none before (null).
 */
async function watch({ moment, becomes }: Change, ask: () => Promise<boolean | null>): Promise<string> {
  const due = moment.getTime()
  await pause(Math.max(0, due - Date.now() - SECOND))
  for (let first = Infinity; ; await pause(50)) {
    const asked = Date.now()
    const answer = await ask()
    if (answer === becomes) return Date.now() < due ? `${due - Date.now()} ms early` : 'on time'
    if (asked > Math.max(due, first) + SECOND) return `not yet ${asked - due} ms after`
    if (answer !== null) first = Math.min(first, asked)
    if (asked > due + 40 * SECOND) return 'no answer'
  }
}

async function shows(request: APIRequestContext, path: string): Promise<boolean> {
  const answer = await request.get(path)
  const text = await answer.text()
  return answer.status() === 200 && text.includes('/posts/to-the-second')
}
