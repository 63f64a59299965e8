import type { BodyContext } from './body-context'
import { boxConverters } from './box-tags'
import { codeConverters } from './code-tags'
import type { Converted, Converter, ReadTag } from './converter'
import { embedConverters } from './embed-tags'
import { linkConverters } from './link-tags'
import { mediaConverters } from './media-tags'
import { wrapperConverters } from './wrapper-tags'

const converters: ReadonlyMap<string, Converter> = new Map([
  ...mediaConverters,
  ...embedConverters,
  ...boxConverters,
  ...codeConverters,
  ...linkConverters,
  ...wrapperConverters,
])

/** The tag as standard Markdown; null for one that nobody knows. */
export function convertTag(tag: ReadTag, context: BodyContext): Converted | null {
  return converters.get(tag.folded)?.(tag, context) ?? null
}
