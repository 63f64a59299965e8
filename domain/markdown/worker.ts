import { renderMarkdown } from './render'
import type { RenderOptions } from './rendered'

/** What the pool calls in its thread, by this name. */
export function work({ markdown, options }: { markdown: string; options: RenderOptions }) {
  return renderMarkdown(markdown, options)
}
