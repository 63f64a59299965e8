import { expect, test } from 'vitest'
import { absoluteHtml } from '@/domain/markdown/absolute'
import { renderMarkdown } from '@/domain/markdown/render'

const post = 'https://blog.example/posts/one'

test.each([
  ['<a href="/tags/web">x</a>', '<a href="https://blog.example/tags/web">x</a>'],
  ['<a href="two">x</a>', '<a href="https://blog.example/posts/two">x</a>'],
  ['<a href="#fn-1">x</a>', '<a href="https://blog.example/posts/one#fn-1">x</a>'],
  ['<a href="//cdn.example/a">x</a>', '<a href="https://cdn.example/a">x</a>'],
  ['<a href="https://else.example">x</a>', '<a href="https://else.example">x</a>'],
  ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
  ['<a href="http://[">x</a>', '<a href="http://[">x</a>'],
  ['<img src="/media/a.webp" alt="" loading="lazy">', '<img src="https://blog.example/media/a.webp" alt="">'],
  [
    '<video poster="/p.jpg" src="v.mp4"></video>',
    '<a href="https://blog.example/posts/v.mp4"><img src="https://blog.example/p.jpg" alt="v.mp4"></a>',
  ],
  [
    '<source srcset="/a.png 1x, b.png 2x">',
    '<source srcset="https://blog.example/a.png 1x, https://blog.example/posts/b.png 2x">',
  ],
  [
    '<source srcset="/a.png 1x,b.png 2x">',
    '<source srcset="https://blog.example/a.png 1x, https://blog.example/posts/b.png 2x">',
  ],
  ['<audio controls src="/a%20b.mp3"></audio>', '<a href="https://blog.example/a%20b.mp3">a b.mp3</a>'],
  ['<math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math>', '<code>a^2</code>'],
  ['<pre tabindex="0">x</pre>', '<pre>x</pre>'],
  ['<button type="button">Copy</button>', ''],
])('feeds carry whole addresses and nothing only a page can use: %s', (html, expected) => {
  expect(absoluteHtml(html, post)).toBe(expected)
})

test('links of headings stay on the page', () => {
  expect(absoluteHtml(renderMarkdown('## Title').html, post)).toBe('<h2 id="title">Title</h2>')
})

test('a footnote in a feed leads to the post', () => {
  expect(absoluteHtml(renderMarkdown('a[^1]\n\n[^1]: b').html, post)).toContain(`href="${post}#fn-1"`)
})

test('the boxes of a task list are signs, for a feed has no forms', () => {
  const list =
    '<li><input type="checkbox" disabled="" checked=""> Done</li><li><input type="checkbox" disabled=""> Not yet</li>'
  expect(absoluteHtml(list, 'https://example.org/posts/a')).toBe(
    '<li><span>☑</span> Done</li><li><span>☐</span> Not yet</li>',
  )
})
