import inject from 'light-my-request'
import { expect, test } from 'vitest'
import { siteUrl } from '@/lib/site-url'
import { handleRequest } from '@/server/handle-request'
import type { NextHandler } from '@/server/render-page'

const FILE = '/_next/static/chunks/a.js'
const pages = {
  kept: () => null,
  page: () => Promise.reject(new Error('no reader page')),
  expire: () => undefined,
}

/** Stands where Next stands, and says for which host it was asked. */
const next: NextHandler = async (request, response) =>
  void response.end(String(request.headers['x-forwarded-host']))

test.each(['null', 'nonsense', 'https://evil.example'])(
  'what is only read is answered whatever its Origin (%s) is, and for our own host',
  async (origin) => {
    const answer = await inject((request, response) => handleRequest({ next, pages, request, response }), {
      url: FILE,
      headers: { origin, 'x-forwarded-host': 'evil.example' },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toBe(new URL(siteUrl()).host)
  },
)
