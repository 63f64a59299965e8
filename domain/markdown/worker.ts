import { compareTexts } from '@/lib/compare-texts'
import { renderMarkdown } from './render'
import type { RenderOptions } from './rendered'

/** What the pool calls in its threads, by these names. */
export function work({ markdown, options }: { markdown: string; options: RenderOptions }) {
  return renderMarkdown(markdown, options)
}

export function compare({ before, after }: { before: string; after: string }) {
  return compareTexts(before, after)
}
