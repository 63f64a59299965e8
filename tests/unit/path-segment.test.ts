import { expect, test } from 'vitest'
import { readPageNumber, readSegment } from '@/lib/path-segment'

test.each([
  ['time', 'time'],
  ['caf%C3%A9', 'café'],
  ['%D8%AE%D8%B7', 'خط'],
])('the segment %s names %s', (raw, name) => {
  expect(readSegment(raw)).toBe(name)
})

test.each([
  ['a broken percent-encoding', '%E0%A4%A'],
  ['a lone percent sign', '%'],
  ['NUL', 'a%00b'],
  ['a line break', 'a%0Ab'],
  ['an encoded slash', 'a%2Fb'],
  ['nothing', ''],
  ['4 kB', 'a'.repeat(4_096)],
  ['a lone surrogate', '\ud800'],
])('%s names nothing', (_what, raw) => {
  expect(readSegment(raw)).toBeNull()
})

test.each([
  ['1', 1],
  ['2', 2],
  ['99999', 99_999],
  ['0', null],
  ['-1', null],
  ['01', null],
  ['1e9', null],
  ['NaN', null],
  ['100000', null],
  ['2.0', null],
])('the page “%s” is %s', (raw, page) => {
  expect(readPageNumber(raw)).toBe(page)
})
