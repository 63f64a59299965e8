import { expect, test } from 'vitest'
import { renderMarkdown } from '@/domain/markdown/render'

test.each([
  ['E = mc^2', 'E = mc²'],
  ['\\frac{a + b}{2}', '(a + b)/2'],
  ['\\sqrt{x_1} \\le \\pi', '√(x₁) ≤ π'],
  ['\\sum_{i=0}^{n} i', '∑_(i = 0)^ni'],
  ['x^{2n}', 'x^(2n)'],
])('the formula %s is read and searched as %s', (source, text) => {
  expect(renderMarkdown(`$$${source}$$`).excerpt.replace(/\s+/g, ' ')).toBe(text)
})

test('no source of a formula shows in an excerpt', () => {
  const { excerpt, text } = renderMarkdown('Where $$\\alpha \\cdot \\vec{b}$$ is small, all is well.')
  expect(excerpt).not.toContain('\\')
  expect(text).not.toContain('\\')
})
