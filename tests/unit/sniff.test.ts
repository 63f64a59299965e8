import { expect, test } from 'vitest'
import { sniffBytes } from '@/domain/media/sniff'

const of = (text: string) => sniffBytes(Buffer.from(text, 'latin1'))

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a - b --><!DOCTYPE svg PUBLIC "x">\n<svg>', 'image/svg+xml'],
  ['<!-- <svg> --><html>', null],
  ['<html><svg>', null],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['RIFF\0\0\0\0WEBP', 'image/webp'],
  ['RIFF\0\0\0\0WAVE', 'audio/wav'],
])('%j is %s', (text, type) => {
  expect(of(text)).toBe(type)
})

test.each(['<!---->', '<!-- -', ' ', '<?xml ?>', '<!DOCTYPE svg>', '<!'])(
  'a file that repeats %j is judged at once',
  (part) => {
    const begun = performance.now()
    expect(of(part.repeat(4_096 / part.length))).toBe(null)
    expect(performance.now() - begun).toBeLessThan(500)
  },
)
