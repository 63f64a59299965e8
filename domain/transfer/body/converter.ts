import type { BodyContext } from './body-context'
import { pick, type TagArguments } from './tag-arguments'
import type { Tag } from './tokens'

/** A tag as its converter sees it: `inner` is converted already, or verbatim; null when the tag encloses nothing. */
export type ReadTag = Tag & { folded: string; given: TagArguments; inner: string | null }

/** A block stands in lines of its own, `alone` one only if its tag did; `what` tells the report how it was read, null when there is nothing to tell. */
export type Converted = { text: string; block: boolean | 'alone'; what: string | null }
export type Converter = (tag: ReadTag, context: BodyContext) => Converted | null

/** Several names, parted by blanks, for one converter. */
export function entries(names: string, converter: Converter): [string, Converter][] {
  return names.split(' ').map((name) => [name, converter])
}

/** The value under one of these names, parted by blanks, else the positional argument at `place`. */
export function given({ given }: ReadTag, names: string, place?: number): string {
  return (
    pick(given, ...names.split(' ')) ?? (place === undefined ? '' : (given.positional[place]?.trim() ?? ''))
  )
}
