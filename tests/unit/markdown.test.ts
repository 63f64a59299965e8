import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { renderMarkdown } from '@/domain/markdown/render'

function html(markdown: string, options = {}) {
  return renderMarkdown(markdown, options).html
}

test.each([
  ['a paragraph', 'Hello *you*', '<p>Hello <em>you</em></p>'],
  [
    'a reference link',
    '[a][b]\n\n[b]: https://e.example "T"',
    '<p><a href="https://e.example" title="T">a</a></p>',
  ],
  ['strikethrough', '~~gone~~', '<p><del>gone</del></p>'],
  ['prices are not formulas', '$5 and $6', '<p>$5 and $6</p>'],
  [
    'safe raw HTML',
    '<kbd>C</kbd> H<sub>2</sub>O <mark>m</mark> <abbr title="x">y</abbr>',
    '<p><kbd>C</kbd> H<sub>2</sub>O <mark>m</mark> <abbr title="x">y</abbr></p>',
  ],
  ['unknown tags fall, their text stays', 'a <blink>b</blink>', '<p>a b</p>'],
  ['a phone number', '[call](tel:+4930)', '<p><a href="tel:+4930">call</a></p>'],
  ['shouted schemes', '[a](HTTPS://e.example)', '<p><a href="https://e.example">a</a></p>'],
  ['the fold is no text', 'a\n\n<!--more-->\n\nb', '<p>a</p>\n\n<p>b</p>'],
  [
    'an unknown language is plain',
    '```nope\na < b\n```',
    '<pre data-language="nope" tabindex="0"><code class="hljs language-nope">a &lt; b\n</code></pre>',
  ],
])('%s', (_name, markdown, expected) => {
  expect(html(markdown)).toBe(expected)
})

test('headings get fragments, links and a table of contents; h1 belongs to the page', () => {
  const { html, toc } = renderMarkdown(
    '# One\n\n### Two *b*\n\n### Two b\n\n## Own {#my-id}\n\n##### Deep\n\n## 🎉',
  )
  expect(html).toContain(
    '<h2 id="one">One<a class="anchor" href="#one" aria-label="Link to this section">#</a></h2>',
  )
  expect(toc).toEqual([
    { id: 'one', text: 'One', depth: 2 },
    { id: 'two-b', text: 'Two b', depth: 3 },
    { id: 'two-b-1', text: 'Two b', depth: 3 },
    { id: 'my-id', text: 'Own', depth: 2 },
    { id: 'deep', text: 'Deep', depth: 3 },
    { id: 'section', text: '🎉', depth: 2 },
  ])
})

test('no level of headings is left out, whatever sizes the author chose', () => {
  const levels = (markdown: string) =>
    [...html(markdown).matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels('### A\n\n### B\n\n##### C\n\n## D\n\n#### E\n\n### F')).toEqual([2, 2, 3, 2, 3, 3])
  expect(levels('## A\n\n### B\n\n#### C\n\n## D')).toEqual([2, 3, 4, 2])
  expect(levels('# A\n\n## B\n\n###### C')).toEqual([2, 2, 3])
})

test('a fragment link finds the anchor its author set', () => {
  expect(html('<a name="here"></a>\n\n[go](#here)')).toContain('<a href="#user-content-here">go</a>')
})

test('GitHub’s callouts are notes with a title', () => {
  expect(html('> [!WARNING]\n> Mind *this*')).toBe(
    '<aside class="callout callout-warning" role="note">\n<p class="callout-title">Warning</p>\n<p>Mind <em>this</em></p>\n</aside>',
  )
  expect(html('> [!NOTE] Mine\n> a')).toContain('<p class="callout-title">Mine</p>')
  expect(html('> [!OTHER]\n> a')).toContain('<blockquote>')
})

test('tables scroll by keyboard and align by classes', () => {
  const table = html('| a | b |\n|:-:|--:|\n| 1 | 2 |')
  expect(table).toContain('<section class="table" tabindex="0" aria-label="Table"><table>')
  expect(table).toContain('<th class="align-center" scope="col">a</th>')
  expect(table).toContain('<td class="align-right">2</td>')
})

test('code is highlighted by classes, whatever follows the language', () => {
  const code = html('```rust,ignore\nfn main() {}\n```')
  expect(code).toContain('<pre data-language="rust" tabindex="0"><code class="hljs language-rust">')
  expect(code).toContain('<span class="hljs-keyword">fn</span>')
})

test('formulas are MathML, by dollars only when asked', () => {
  expect(html('Inline $$x^2$$')).toContain(
    '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2"><mrow><msup>',
  )
  expect(html('```math\nx\n```')).toContain('display="block"')
  expect(html('$x$')).toBe('<p>$x$</p>')
  expect(html('$x$', { math: 'dollars' })).toContain('<math')
  expect(html('$$\\color{red}{x}$$')).not.toContain('style=')
  expect(html('$$\\frac{a$$')).toContain('<code class="math-error">\\frac{a</code>')
})

test('pictures keep their room, load late, and become figures when they stand alone with a title', () => {
  const media = { 'my pic.png': { src: '/media/1.webp', width: 20, height: 10 } }
  const image = '<img src="/media/1.webp" alt="A" width="20" height="10" loading="lazy" decoding="async"/>'
  expect(html('![A](my%20pic.png "T")', { media })).toBe(
    `<figure>${image}<figcaption>T</figcaption></figure>`,
  )
  expect(html('x ![A](my%20pic.png)', { media })).toBe(`<p>x ${image}</p>`)
})

test('tasks are labelled by their words and cannot be changed', () => {
  expect(html('- [x] done\n- [ ] open')).toContain(
    '<label><input type="checkbox" disabled="" checked=""/> done</label>',
  )
})

test('footnotes lead there and back by stable ids', () => {
  const { html } = renderMarkdown('a[^x]\n\n[^x]: note')
  expect(html).toContain(
    '<a href="#fn-x" id="fnref-x" data-footnote-ref="" aria-describedby="footnote-label">1</a>',
  )
  expect(html).toContain('<li id="fn-x">')
  expect(html).toContain('aria-label="Back to the text at footnote 1"')
})

test('foreign players become links to what they show', () => {
  expect(html('<iframe src="https://www.youtube-nocookie.com/embed/ab-1?x=1" title="A film"></iframe>')).toBe(
    '<p><a href="https://www.youtube.com/watch?v=ab-1" class="card">A film (YouTube)</a></p>',
  )
  expect(html('<iframe src="//player.vimeo.com/video/12"></iframe>')).toContain('href="https://vimeo.com/12"')
  expect(html('<script src="https://gist.github.com/me/1.js"></script>')).toContain(
    'href="https://gist.github.com/me/1"',
  )
})

test('text, excerpt and length are plain', () => {
  const { text, excerpt, words, readingMinutes } = renderMarkdown(
    '## T\n\nFirst *one*[^1].\n\nSecond.\n\n[^1]: Note.',
  )
  expect({ text, excerpt, words, readingMinutes }).toEqual({
    text: 'T\nFirst one.\nSecond.\nNote.',
    excerpt: 'First one.',
    words: 5,
    readingMinutes: 1,
  })
  expect(renderMarkdown('a\n\nb\n\n<!-- more -->\n\nc').excerpt).toBe('a b')
  expect(renderMarkdown('word '.repeat(100)).excerpt).toMatch(/^(word )+word…$/)
  expect(renderMarkdown('word '.repeat(661)).readingMinutes).toBe(4)
  expect(renderMarkdown('').excerpt).toBe('')
})

test('details open with their one summary; a link around nothing is dropped unless it is a place', () => {
  const folded = '<details>\n\nFirst\n\n<summary>More</summary>\n<summary>Again</summary>\n\n</details>'
  expect(html(folded).replaceAll('\n', '')).toBe(
    '<details><summary>More</summary><p>First</p><p>Again</p></details>',
  )
  expect(html('a[](https://example.org)b')).toBe('<p>ab</p>')
  expect(html('a<a name="here" href="/x"></a>b')).toBe('<p>a<a id="user-content-here"></a>b</p>')
})

test('the HTML of everything at once is valid', async () => {
  const rules = {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
  } as const
  const relaxed = {
    ...rules,
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
  } as const
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: relaxed })
  const report = await validator.validateString(html(everything))
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
  ).toEqual([])
})

const everything = `
# A

<p>open <div>block</div> <span><div>in text</div></span>

> [!TIP]
> - [x] a
>   - [ ] b

| a | b |
|:--|--:|
| 1 | 2 |

<details><summary><div>More</div></summary>

## A

a[^1] b[^1] $$x$$

</details>
<center>mid</center> <tt>code</tt>

![a](b.png "t")

<video src="v.mp4"></video> <ul><li id="x">1<li id="x">2</ul>

\`\`\`js
let a = 1
\`\`\`

[^1]: Note with a list

    - a
`
