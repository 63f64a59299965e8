import { beforeAll, expect, test, vi } from 'vitest'
import type { NextHandler } from '@/server/render-page'

const next = vi.fn<NextHandler>(async (_request, response) => void response.end('next'))
let ask: typeof import('@/tests/support/ask').ask

beforeAll(async () => {
  // Nobody listens there.
  vi.stubEnv('DATABASE_URL', 'postgres://nobody:nothing@127.0.0.1:1/none')
  ask = (await import('@/tests/support/ask')).ask
})

function send(method: 'GET' | 'POST', url: string) {
  const headers = { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-length': '0' }
  return ask({ next }, { method, url, headers })
}

test.each([
  ['GET', '/admin/posts'],
  ['GET', '/login'],
  ['POST', '/admin/posts/new'],
  ['POST', '/admin/media/upload'],
] as const)('without the database %s %s says so with 503, and no page is begun', async (method, url) => {
  next.mockClear()
  const answer = await send(method, url)
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.body).toBe('The site is busy or its database is away for a moment. Please try again.\n')
  expect(next).not.toHaveBeenCalled()
})

test.each([
  ['GET', '/_next/static/chunks/a.js'],
  ['POST', '/api/auth/callback/credentials'],
] as const)('without the database %s %s is answered as ever', async (method, url) => {
  expect((await send(method, url)).body).toBe('next')
})
