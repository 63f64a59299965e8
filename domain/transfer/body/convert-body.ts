import { convertAdmonitions } from './admonitions'
import type { BodyContext } from './body-context'
import { convertAttributes } from './attributes'
import { convertTags } from './convert-tags'
import { convertLeafDirectives } from './leaf-directives'
import { convertModules } from './modules'
import { takeContentsMarks } from './contents-marks'
import { convertNoteLinks } from './note-links'

/** The body as standard Markdown. `toc` tells that it asks for a table of contents itself. */
export function convertBody(body: string, context: BodyContext): { body: string; toc: boolean } {
  const components = /\.mdx$/i.test(context.path)
  const plain = components ? convertModules(body, context) : body
  const tagged = convertTags(plain, context, { components })
  const { body: marked, toc } = takeContentsMarks(tagged)
  const boxed = convertLeafDirectives(convertAdmonitions(marked, context), context)
  return { body: convertNoteLinks(convertAttributes(boxed, context), context), toc }
}
