import { expect, test } from 'vitest'
import { siteUrl } from '@/lib/site-url'
import type { NextHandler } from '@/server/render-page'
import { ask } from '@/tests/support/ask'

/** Stands where Next stands, and says for which host it was asked. */
const next: NextHandler = async (request, response) =>
  void response.end(String(request.headers['x-forwarded-host']))

test.each(['null', 'nonsense', 'https://evil.example'])(
  'what is only read is answered whatever its Origin (%s) is, and for our own host',
  async (origin) => {
    const headers = { origin, 'x-forwarded-host': 'evil.example' }
    const answer = await ask({ next }, { url: '/_next/static/chunks/a.js', headers })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toBe(new URL(siteUrl()).host)
  },
)
