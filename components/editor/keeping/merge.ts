import { diff3Merge } from 'node-diff3'
import type { Kept } from '@/components/editor/keeping/journal'
import { postContent, type PostContent } from '@/domain/posts/schema'

type Field = Exclude<keyof PostContent, 'body' | 'kind'>
export type BodyClash = { base: string; mine: string; theirs: string }
export type FieldClash = { field: Field; mine: string; theirs: string }

/** What became of two texts that began as one: `content` has everything that goes together, and mine where it does not. */
export type Merge = {
  content: PostContent
  theirs: PostContent
  /** The body in order: text that is settled, and places where both changed the same paragraphs. */
  body: (string | BodyClash)[]
  fields: FieldClash[]
}

type Texts = {
  base: PostContent
  mine: PostContent
  theirs: PostContent
  /** Texts of mine that may have arrived without an answer: what of theirs is one of these is no change of theirs. */
  sent?: PostContent[]
}

/** Merges by paragraph and by field; lists by what was added and taken out. Nothing of either side is dropped. */
export function mergeContents({ base: opened, mine, theirs, sent = [] }: Texts): Merge {
  const base = withArrived({ base: opened, theirs, sent })
  const content = { ...mine, kind: theirs.kind }
  const fields: FieldClash[] = []
  function settle<Name extends Field>(field: Name) {
    const merged = mergeValue({ base: base[field], mine: mine[field], theirs: theirs[field] })
    if (merged !== CLASH) content[field] = merged
    else fields.push({ field, mine: inWords(mine[field]), theirs: inWords(theirs[field]) })
  }
  FIELDS.forEach((field) => settle(field))
  const tags = mergeList(base.tags, mine.tags, theirs.tags)
  const bylineIds = mergeList(base.bylineIds, mine.bylineIds, theirs.bylineIds)
  const series = mergeSeries({ base, mine, theirs })
  if (series === CLASH)
    fields.push({ field: 'series', mine: inWords(mine.series), theirs: inWords(theirs.series) })
  const body = mergeBody({ base: base.body, mine: mine.body, theirs: theirs.body })
  return {
    content: {
      ...content,
      tags,
      bylineIds,
      series: series === CLASH ? mine.series : series,
      body: body.map((part) => (typeof part === 'string' ? part : part.mine)).join(''),
    },
    theirs,
    body,
    fields,
  }
}

/** Merges a text that was left behind with the one that is here now. */
export function mergeLeft({ base, content: mine, sent }: Kept, theirs: PostContent): Merge {
  return mergeContents({ base: base.content, mine, theirs, sent })
}

export function hasClash({ body, fields }: Merge): boolean {
  return fields.length > 0 || body.some((part) => typeof part !== 'string')
}

/** Names the places of a merge in which a person must choose. */
export function placesOf({ body, fields }: Merge): string {
  const places = body.map((part) => (typeof part === 'string' ? '.' : 'x'))
  return [...places, ...fields.map(({ field }) => field)].join(' ')
}

export type Choice = 'mine' | 'theirs' | 'both'

/** The merged text with one choice for each clash of the body, in order, and for each field that clashes. */
export function settleMerge(
  merge: Merge,
  choices: { body: Choice[]; fields: Partial<Record<Field, Choice>> },
): PostContent {
  const content = { ...merge.content }
  function take<Name extends Field>(field: Name) {
    if (choices.fields[field] === 'theirs') content[field] = merge.theirs[field]
  }
  merge.fields.forEach(({ field }) => take(field))
  const open = [...choices.body]
  const body = merge.body.map((part) => (typeof part === 'string' ? part : chosen(part, open.shift())))
  return { ...content, body: body.join('') }
}

export function isSameContent(one: PostContent, other: PostContent): boolean {
  const { body, ...rest } = one
  const { body: otherBody, ...otherRest } = other
  return one === other || (body === otherBody && isEqual(inOrder(rest), inOrder(otherRest)))
}

const CLASH = Symbol('clash')
const FIELDS: Exclude<Field, 'tags' | 'bylineIds' | 'series'>[] = [
  'title', 'subtitle', 'description', 'slug', 'featuredImage', 'featuredImageAlt', 'thumbnail', 'audio', 'canonicalUrl', 'comments',
  'toc', 'math', 'noindex',
] // prettier-ignore

function withArrived({ base, theirs, sent }: Pick<Texts, 'base' | 'theirs'> & { sent: PostContent[] }) {
  const arrived = { ...base }
  // The server takes blanks off the ends, among others: what comes back so is no change of anybody.
  const served = [base, ...sent].map((text) => ({ ...text, ...postContent.safeParse(text).data }))
  function keep<Name extends keyof PostContent>(name: Name) {
    if (served.some((text) => isEqual(text[name], theirs[name]))) arrived[name] = theirs[name]
  }
  for (const name of [...FIELDS, 'tags', 'bylineIds', 'series', 'body'] as const) keep(name)
  return arrived
}

function mergeValue<Value>({ base, mine, theirs }: { base: Value; mine: Value; theirs: Value }) {
  if (isEqual(mine, base)) return theirs
  return isEqual(theirs, base) || isEqual(mine, theirs) ? mine : CLASH
}

function mergeList(base: string[], mine: string[], theirs: string[]): string[] {
  if (isEqual(theirs, base)) return mine
  const removed = base.filter((item) => !mine.includes(item))
  const added = mine.filter((item) => !base.includes(item) && !theirs.includes(item))
  return [...theirs.filter((item) => !removed.includes(item)), ...added]
}

function mergeSeries({ base, mine, theirs }: Texts) {
  const [old, own, other] = [base, mine, theirs].map(({ series }) =>
    series.map((part) => JSON.stringify(part)),
  )
  const merged = new Set(mergeList(old ?? [], own ?? [], other ?? []))
  const parts = [...mine.series, ...theirs.series].filter((part) => merged.delete(JSON.stringify(part)))
  return new Set(parts.map(({ name }) => name)).size === parts.length ? parts : CLASH
}

function mergeBody({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', string>): Merge['body'] {
  if (mine === base) return [theirs]
  if (theirs === base || mine === theirs) return [mine]
  return diff3Merge(paragraphsOf(mine), paragraphsOf(base), paragraphsOf(theirs)).map(
    ({ ok = [], conflict }) =>
      conflict === undefined
        ? ok.join('')
        : { base: conflict.o.join(''), mine: conflict.a.join(''), theirs: conflict.b.join('') },
  )
}

/** Paragraphs and the blank lines between them, so that nothing is lost and neighbours are told apart. */
function paragraphsOf(body: string): string[] {
  return body.split(/(\n{2,})/)
}

function chosen({ mine, theirs }: BodyClash, choice: Choice = 'both'): string {
  if (choice === 'mine') return mine
  if (choice === 'theirs') return theirs
  if (mine === '' || theirs === '') return mine + theirs
  const isApart = mine.endsWith('\n\n') || theirs.startsWith('\n\n')
  return isApart ? mine + theirs : `${mine}\n\n${theirs}`
}

function inWords(value: PostContent[Field]): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (value === null || value === '') return 'Empty'
  if (typeof value === 'string') return value
  const names = value.map((part) =>
    typeof part === 'string'
      ? part
      : `${part.name}${part.position === null ? '' : `, part ${part.position}`}`,
  )
  return names.join('; ') || 'Empty'
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function inOrder(fields: Record<string, unknown>) {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
}
