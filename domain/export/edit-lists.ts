import {
  lineStart,
  type Edit,
  type Format,
  type Ranged,
  type RangedList,
  valueOf,
} from '@/domain/export/ranged'
import { writeText, writeTexts } from '@/domain/export/values'
import { foldName } from '@/domain/tags/tag'
import { asTexts } from '@/domain/transfer/front-matter-values'

type Place = { text: string; format: Format; blanksPart: boolean }

/**
 * The change that makes a list name just these, in this order: what is named already stays as it is written. A text that holds
 * several names, parted by commas or by blanks (`blanksPart`), stays a text.
 */
export function editList(value: Ranged, names: string[], place: Place): Edit {
  if (value.is === 'list' && !value.inline)
    return { ...rangeOf(value), text: writeBlockList(value, names, place) }
  if (value.is === 'list') return { ...rangeOf(value), text: writeInlineList(value, names, place) }
  const raw = place.text.slice(value.start, value.end)
  const joined = joinNames(value, names, place)
  const text =
    joined === null ? writeTexts(names, place.format) : writeText(joined, place.format, { like: raw })
  return { ...rangeOf(value), text: value.start === value.end ? ` ${text}` : text }
}

const rangeOf = ({ start, end }: Ranged) => ({ start, end })

function joinNames(value: Ranged, names: string[], { blanksPart }: Place): string | null {
  const read = valueOf(value)
  if (typeof read !== 'string' || read.trim() === '') return null
  const byBlanks = blanksPart && !read.includes(',')
  if (names.some((name) => (byBlanks ? /[\s,]/ : /,/).test(name))) return null
  return names.join(byBlanks ? ' ' : ', ')
}

function writeInlineList(list: RangedList, names: string[], { text, format }: Place): string {
  const inner = text.slice(list.start + 1, list.end - 1)
  const [first, second] = list.items
  if (first === undefined) return writeTexts(names, format)
  const like = text.slice(first.start, first.end)
  const items = pick(list, names).map(({ item, name }) =>
    item === null
      ? writeText(name, format, { like, style: 'plain', inline: true })
      : text.slice(item.start, item.end),
  )
  const between = second === undefined ? ', ' : text.slice(first.end, second.start).replace(/#[^\n]*/g, '')
  const head = text.slice(list.start + 1, first.start)
  const tail = text.slice(list.items.at(-1)?.end ?? list.end - 1, list.end - 1)
  return inner === '' ? writeTexts(names, format) : `[${head}${items.join(between)}${tail}]`
}

/** Each item with its lines, the comments on them included. */
function writeBlockList(list: RangedList, names: string[], { text, format }: Place): string {
  const starts = list.items.map((item) => lineStart(text, item.start))
  const wholes = list.items.map((_, index) =>
    text.slice(starts[index] ?? list.start, starts[index + 1] ?? list.end),
  )
  const first = list.items[0]
  const dash = first === undefined ? '- ' : text.slice(starts[0] ?? 0, first.start)
  const like = first === undefined ? '' : text.slice(first.start, first.end)
  const lines = pick(list, names).map(({ item, name }) =>
    item === null
      ? `${dash}${writeText(name, format, { like, style: 'plain' })}`
      : (wholes[list.items.indexOf(item)] ?? '').replace(/\n$/, ''),
  )
  return lines.join('\n') + (text.slice(list.start, list.end).endsWith('\n') ? '\n' : '')
}

function pick({ items }: RangedList, names: string[]): { item: Ranged | null; name: string }[] {
  const unused = new Set(items)
  return names.map((name) => {
    const item = [...unused].find((candidate) => foldedName(candidate) === foldName(name)) ?? null
    if (item !== null) unused.delete(item)
    return { item, name }
  })
}

/** What an item names, as two spellings of it are compared. */
export function foldedName(item: Ranged): string {
  return foldName(asTexts([valueOf(item)])[0] ?? '')
}
