import { expect, test } from 'vitest'
import { prepareAnswer } from '@/server/prepared-answer'
import { ask } from '@/tests/support/ask'

const page = prepareAnswer({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  headers: {},
  body: Buffer.from('<p>Kept</p>'),
})

test.each(['/posts/a', '/posts/a?utm_source=letter', '/posts/%61'])(
  'a kept page answers %s without a question to anybody',
  async (url) => {
    const pages = {
      kept: (key: string) => (key === '/posts/a' ? page : null),
      mayShare: () => true,
      page: () => Promise.reject(new Error('Nothing is to be rendered.')),
      expire: () => undefined,
    }
    const answer = await ask({ pages }, { url })
    expect([answer.statusCode, answer.body]).toEqual([200, '<p>Kept</p>'])
  },
)
