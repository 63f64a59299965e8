import { expect, test } from 'vitest'
import { mergeLines } from '@/domain/export/merge-lines'
import { readSourceLines, writeSourceLines } from '@/domain/export/source-lines'

test('lines that were converted come back as they were where nobody touched them', () => {
  const source = 'One\n{{< figure src="a.png" >}}\nTwo\nThree'
  const imported = 'One\n![](a.png)\nTwo\nThree'
  expect(mergeLines({ source, imported, current: 'One\n![](a.png)\nTwo!\nThree\nFour' })).toBe(
    'One\n{{< figure src="a.png" >}}\nTwo!\nThree\nFour',
  )
})

test('a line that was converted and edited is taken as it is now, or mended word by word', () => {
  const versions = {
    source: 'See [it](../b.md) teh end',
    imported: 'See [it](/posts/b) teh end',
    current: 'See [it](/posts/b) the end',
  }
  expect(mergeLines(versions)).toBe('See [it](/posts/b) the end')
  expect(mergeLines(versions, { words: true })).toBe('See [it](../b.md) the end')
})

test('an edit keeps the ends and the bytes of every other line, the mark and the last line', () => {
  const bytes = Buffer.concat([
    Buffer.from([0xef, 0xbb, 0xbf]),
    Buffer.from('one\r\ntwo\nthr'),
    Buffer.from([0xe9]),
    Buffer.from('e\r\nfour'),
  ])
  const lines = readSourceLines(bytes)
  expect(lines.text).toBe('one\ntwo\nthrée\nfour')
  const written = writeSourceLines(lines, 'one\nTWO\nthrée\nfour\nfïve')
  expect(Buffer.from(written).toString('latin1')).toBe(
    '\u00ef\u00bb\u00bfone\r\nTWO\nthr\u00e9e\r\nfour\r\nf\u00efve',
  )
})

test.each([
  ['UTF-16', Buffer.from('\ufeffone\r\ntwo\r\n', 'utf16le'), Buffer.from('\ufeffone\r\n2\r\n', 'utf16le')],
  ['old line ends', Buffer.from('one\rtwo\r'), Buffer.from('one\r2\r')],
  ['NUL', Buffer.from('o\0ne\ntwo\n'), Buffer.from('o\0ne\n2\n')],
])('%s survives an edit', (_what, before, after) => {
  const lines = readSourceLines(before)
  expect(writeSourceLines(lines, lines.text).toString()).toBe(before.toString())
  expect(Buffer.compare(writeSourceLines(lines, lines.text.replace('two', '2')), after)).toBe(0)
})
