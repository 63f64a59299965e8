import { expect, test } from 'vitest'
import { previewText } from '@/domain/posts/preview'
import { somebody } from '@/tests/support/people'
import { refusalOf } from '@/tests/support/refusal'

const TEXT = { body: 'A text.', math: 'double' } as const

test('60 previews a minute are made for one person, and a colleague is not held up', async () => {
  const [writer, colleague] = [await somebody('author'), await somebody('author')]
  for (let asked = 0; asked < 60; asked += 1) await previewText(writer, TEXT)
  const refusal = await refusalOf(previewText(writer, TEXT))
  expect(refusal.code).toBe('too-many')
  expect(refusal.message).toBe('Too many attempts. Try again in a minute.')
  expect((await previewText(colleague, TEXT)).html).toContain('A text.')
})
