import type { Root } from 'hast'
import Markdown from 'react-markdown'
import { renderToStaticMarkup } from 'react-dom/server'
import { Refusal } from '@/lib/errors'
import { isSafeLink } from './addresses'
import { checkSource } from './check-source'
import { asParagraph } from './inline'
import { noticeIds, noticeNothing } from './notice'
import { finishingSteps, htmlOptions, markdownSteps, safetySteps } from './pipeline'
import { readTree, type Reading } from './reading'
import { renderRefused } from './refused'
import type { Heading, Rendered, RenderOptions } from './rendered'

/**
 * Markdown as the HTML of page, feed and preview. Call it in a worker (`pool.ts`): a hostile text can take long.
 * A text that is refused by its shape answers with a `problem`; anything thrown is a bug.
 */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): Rendered {
  const source = markdown.toWellFormed()
  try {
    checkSource(source)
    return renderChecked(source, options)
  } catch (error) {
    if (error instanceof Refusal) return renderRefused(source, error.message)
    if (isStackOverflow(error)) {
      return renderRefused(
        source,
        'This text cannot be shown as a page, because its parts are nested too deep.',
      )
    }
    throw error
  }
}

function renderChecked(markdown: string, options: RenderOptions): Rendered {
  const toc: Heading[] = []
  const noticed = noticeNothing()
  let reading: Reading = { text: '', excerpt: '', words: 0, readingMinutes: 1 }
  const read = () => (tree: Root) => {
    reading = readTree(tree)
  }
  const html = renderToStaticMarkup(
    Markdown({
      children: options.inline === true ? asParagraph(markdown) : markdown,
      remarkPlugins: markdownSteps(options),
      remarkRehypeOptions: htmlOptions,
      rehypePlugins: [...safetySteps(noticed), ...finishingSteps(options, toc), [noticeIds, noticed], read],
      urlTransform: (url) => (isSafeLink(url) ? url : ''),
    }),
  )
  return { html, toc, ...reading, problem: null, noticed }
}

function isStackOverflow(error: unknown) {
  return error instanceof RangeError && /call stack/i.test(error.message)
}
