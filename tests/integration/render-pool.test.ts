import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { closeRenderPool, render } from '@/domain/markdown/pool'

const slow = `${'*a_ '.repeat(900)}\n\n`.repeat(300)
let folder: string

beforeAll(async () => {
  // Inside the repository, where the worker finds its packages.
  folder = await mkdtemp(path.resolve('node_modules/.render-worker-'))
  const outfile = path.join(folder, 'render-worker.mjs')
  const entryPoints = [path.resolve('domain/markdown/worker.ts')]
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  vi.stubEnv('OCTAVO_RENDER_WORKER', outfile)
})

afterEach(async () => {
  vi.stubEnv('OCTAVO_RENDER_DEADLINE_MS', undefined)
  await closeRenderPool()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a thread renders what a page shows', async () => {
  const { html, problem } = await render('Hello *you*')
  expect({ html, problem }).toEqual({ html: '<p>Hello <em>you</em></p>', problem: null })
})

test('a text that outlasts the deadline answers with a problem, and the next one is rendered', async () => {
  vi.stubEnv('OCTAVO_RENDER_DEADLINE_MS', '5000')
  const start = performance.now()
  const [endless, next] = await Promise.all([render(slow), render('after')])
  expect(endless.problem).toBe('This text cannot be shown as a page, because that takes too long.')
  expect(endless.html).toMatch(/^<pre tabindex="0">\*a_ /)
  expect(performance.now() - start).toBeLessThan(15_000)
  expect(next.html).toBe('<p>after</p>')
})

test('waiting in line does not count against the deadline', async () => {
  const deadline = 4000
  vi.stubEnv('OCTAVO_RENDER_DEADLINE_MS', String(deadline))
  const start = performance.now()
  const endless = Array.from({ length: 2 * Math.max(1, availableParallelism() - 1) }, () => render(slow))
  const { html } = await render('at last')
  expect(performance.now() - start).toBeGreaterThan(deadline)
  expect(html).toBe('<p>at last</p>')
  await Promise.all(endless)
})

test('a closed pool opens again', async () => {
  await render('a')
  await closeRenderPool()
  expect((await render('b')).html).toBe('<p>b</p>')
})
