import { expect, test } from 'vitest'
import { likePattern } from '@/lib/like-pattern'

test.each([
  ['plain words', '%plain words%'],
  ['100%', '%100\\%%'],
  ['file_name.md', '%file\\_name.md%'],
  ['C:\\a', '%C:\\\\a%'],
])('%s is looked for as it is written', (text, pattern) => {
  expect(likePattern(text)).toBe(pattern)
})
