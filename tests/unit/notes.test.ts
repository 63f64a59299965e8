import { expect, test } from 'vitest'
import { renderMarkdown } from '@/domain/markdown/render'
import { updateInput } from '@/domain/posts/schema'

const note = (markdown: string) => renderMarkdown(markdown, { inline: true }).html.replace(/ +/g, ' ').trim()

test.each([
  [
    'words and links',
    'It was *40*, [not 14](/posts/a).',
    'It was <em>40</em>, <a href="/posts/a">not 14</a>.',
  ],
  ['a date at its beginning is no list', '3. March was wrong', '3. March was wrong'],
  ['a number sign is no heading', '# 7 was wrong', '# 7 was wrong'],
  ['a mark of a quote is none', '> 5 was wrong', '&gt; 5 was wrong'],
  ['a picture is its words', 'See ![the chart](/media/a.png)', 'See the chart'],
  ['blocks give up their words', 'a <div>b <p>c</p></div> d', 'a b c d'],
  ['a script is nothing', 'a<script>alert(1)</script><img src=x onerror=alert(1)>', 'a'],
  ['a link that runs something leads nowhere', '[a](javascript:alert(1))', '<a>a</a>'],
])('a note: %s', (_name, markdown, html) => {
  expect(note(markdown)).toBe(html)
})

test('a note is one line, an empty one is none, and a quiet fix has none', () => {
  const input = { id: '0194d2a5-9f1e-7000-8000-000000000000', version: 1, announce: true }
  expect(updateInput.parse({ ...input, correction: ' One\nline ' }).correction).toBe('One line')
  expect(updateInput.parse({ ...input, correction: '  ' }).correction).toBeNull()
  expect(updateInput.safeParse({ ...input, announce: false, correction: 'Mended' }).success).toBe(false)
  expect(updateInput.safeParse({ ...input, correction: 'x'.repeat(1_001) }).success).toBe(false)
})
