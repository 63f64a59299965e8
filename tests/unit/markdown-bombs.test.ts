import { expect, test } from 'vitest'
import { renderMarkdown } from '@/domain/markdown/render'

const bombs: [string, string][] = [
  ['emphasis that never closes', '*a_ '.repeat(5000)],
  ['emphasis over many lines', '*a_\n'.repeat(5000)],
  ['quotes in quotes', '>'.repeat(5000)],
  ['a table of 1,000 columns', `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|\n'.repeat(1000)}`],
  ['short rows in a wide table', `|${'a|'.repeat(190)}\n|${'-|'.repeat(190)}\n${'|\n'.repeat(1000)}`],
  ['lists 400 deep', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['lists 400 deep in one line', `${'- '.repeat(400)}a`],
  ['quotes and lists in turn', `${'> - '.repeat(400)}a`],
  ['10,000 link definitions', Array.from({ length: 10_000 }, (_, index) => `[a${index}]: /u`).join('\n')],
  ['a line of a megabyte', 'word '.repeat(200_000)],
  ['open brackets', '['.repeat(50_000)],
  ['elements 5,000 deep', '<div>\n'.repeat(5000)],
  ['tags that stay open', `${'<b>'.repeat(90)}\n\n${'a\n\n<p>x</p>\n\n'.repeat(1000)}`],
  ['three megabytes', 'A sentence like any other.\n\n'.repeat(110_000)],
]

test.each(bombs)('%s: refused with a reason within a second', (_name, markdown) => {
  const start = performance.now()
  const { problem, html } = renderMarkdown(markdown)
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(problem).toMatch(/^This text cannot be shown as a page, because .+\.$/)
  expect(html).toMatch(/^<pre tabindex="0">/)
  expect(html.length).toBeLessThan(100_000)
})

const honest: [string, string][] = [
  [
    'a list of 3,000 linked commits',
    '* [`abc`](https://example.com/abc) - **fix**: a_thing *(name)*\n'.repeat(3000),
  ],
  ['a fence full of stars', `\`\`\`\n${'*a_ \n'.repeat(5000)}\`\`\``],
  ['a table of 1,000 rows', `| a | b | c |\n|---|---|---|\n${'| **x** | [y](z) | `w` |\n'.repeat(1000)}`],
  ['a list ten deep', Array.from({ length: 10 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['a formula with an endless macro', '$$\n\\def\\a{\\a\\a}\\a\n$$'],
]

test.each(honest)('%s: rendered', { timeout: 60_000 }, (_name, markdown) => {
  expect(renderMarkdown(markdown).problem).toBeNull()
})

test('the source of a refused text stays readable and inert', () => {
  const { html } = renderMarkdown(`<script>alert(1)</script> & ${'>'.repeat(10)}\n${'>'.repeat(5000)}`)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &gt;')
})
