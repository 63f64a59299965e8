import { noticeNothing } from './notice'
import { countWords, minutesFor, shorten } from './reading'
import type { Rendered } from './rendered'

const longestShown = 20_000

/** What stands for a text that was not rendered: the beginning of its source, so that it can still be read. */
export function renderRefused(markdown: string, problem: string): Rendered {
  const source = markdown.slice(0, longestShown).toWellFormed()
  const text = source.length < markdown.length ? `${source}…` : source
  const words = countWords(text)
  return {
    html: `<pre tabindex="0">${escapeHtml(text)}</pre>`,
    toc: [],
    text,
    excerpt: shorten(text.slice(0, 1000)),
    words,
    readingMinutes: minutesFor(words),
    problem,
    noticed: noticeNothing(),
  }
}

function escapeHtml(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
