import inject from 'light-my-request'
import { beforeAll, expect, test, vi } from 'vitest'
import type { NextHandler } from '@/server/render-page'

const next = vi.fn<NextHandler>(async (_request, response) => void response.end('next'))
const pages = {
  kept: () => null,
  page: () => Promise.reject(new Error('no reader page')),
  expire: () => undefined,
}
let handle: typeof import('@/server/handle-request').handleRequest

beforeAll(async () => {
  // Nobody listens there.
  vi.stubEnv('DATABASE_URL', 'postgres://nobody:nothing@127.0.0.1:1/none')
  handle = (await import('@/server/handle-request')).handleRequest
})

function ask(method: 'GET' | 'POST', url: string) {
  const headers = { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-length': '0' }
  return inject((request, response) => handle({ next, pages, request, response }), { method, url, headers })
}

test.each([
  ['GET', '/admin/posts'],
  ['GET', '/login'],
  ['POST', '/admin/posts/new'],
  ['POST', '/admin/media/upload'],
] as const)('without the database %s %s says so with 503, and no page is begun', async (method, url) => {
  next.mockClear()
  const answer = await ask(method, url)
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.body).toBe('The site is busy or its database is away for a moment. Please try again.\n')
  expect(next).not.toHaveBeenCalled()
})

test.each([
  ['GET', '/_next/static/chunks/a.js'],
  ['GET', '/reader.js'],
  ['POST', '/api/auth/callback/credentials'],
] as const)('without the database %s %s is answered as ever', async (method, url) => {
  expect((await ask(method, url)).body).toBe('next')
})
