import { compareApart } from '@/domain/markdown/pool'
import { fieldLabels, type PostContent } from '@/domain/posts/schema'
import { align, newEffort, type Part } from '@/lib/align'
import { compareTexts } from '@/lib/compare-texts'

export type ComparedField = Exclude<keyof PostContent, 'kind'>

/** What became of one field: the parts of a text, the items of a list, or a value that was replaced. An empty value has no part. */
export type FieldChange = {
  field: ComparedField
  label: string
  shape: 'text' | 'list' | 'value'
  parts: Part[]
}

/** The name of whoever stands above the post, by id. */
type NameOf = (personId: string) => string

/** Characters on both sides together, which are compared in some milliseconds; more are compared in a thread. */
const SHORT = 40_000

/** Every field in which two versions of a post differ, in the order of the editor. */
export async function compareContents(
  before: PostContent,
  after: PostContent,
  nameOf: NameOf,
): Promise<FieldChange[]> {
  const changes: FieldChange[] = []
  for (const field of FIELDS) {
    const [old, young] = [shownOf(before, field, nameOf), shownOf(after, field, nameOf)]
    if (isEqual(old, young)) continue
    const change = TEXTS.has(field) ? await textChange(String(old), String(young)) : changeOf(old, young)
    changes.push({ field, label: fieldLabels[field], ...change })
  }
  return changes
}

const FIELDS = [
  'title', 'subtitle', 'description', 'body', 'slug', 'tags', 'series', 'bylineIds', 'featuredImage', 'featuredImageAlt', 'thumbnail',
  'audio', 'canonicalUrl', 'comments', 'toc', 'noindex', 'math',
] as const satisfies ComparedField[] // prettier-ignore

/** Their words are compared; of the others it is said what was there and what is there now. */
const TEXTS: ReadonlySet<ComparedField> = new Set([
  'title',
  'subtitle',
  'description',
  'body',
  'featuredImageAlt',
])

type Change = Pick<FieldChange, 'shape' | 'parts'>

async function textChange(old: string, young: string): Promise<Change> {
  const compare = old.length + young.length < SHORT ? compareTexts : compareApart
  return { shape: 'text', parts: await compare(old, young) }
}

function changeOf(old: string | string[], young: string | string[]): Change {
  if (typeof old !== 'string' && typeof young !== 'string') {
    return { shape: 'list', parts: align(old, young, newEffort()) }
  }
  const parts: Part[] = [
    { is: 'removed', text: String(old) },
    { is: 'added', text: String(young) },
  ]
  return { shape: 'value', parts: parts.filter(({ text }) => text !== '') }
}

/** A field as words for a person. */
function shownOf(content: PostContent, field: ComparedField, nameOf: NameOf): string | string[] {
  if (field === 'bylineIds') return content.bylineIds.map(nameOf)
  if (field === 'series') return content.series.map(partOfSeries)
  if (field === 'math') return content.math === 'dollars' ? 'Between $ and $' : 'Between $$ and $$'
  const value = content[field]
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  return value ?? ''
}

function partOfSeries({ name, position }: PostContent['series'][number]): string {
  return position === null ? name : `${name}, part ${position}`
}

function isEqual(old: string | string[], young: string | string[]): boolean {
  return JSON.stringify(old) === JSON.stringify(young)
}
