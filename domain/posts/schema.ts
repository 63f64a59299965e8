import { z } from 'zod'

const line = (label: string, max: number) =>
  z
    .string()
    .max(max, `${label} is longer than ${max} characters.`)
    .transform((text) => text.toWellFormed().normalize('NFC'))
    // oxlint-disable-next-line no-control-regex
    .refine(
      (text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text),
      `${label} contains control characters.`,
    )

/** An optional one-line text: blanks around it go, an empty one is "none". */
const optional = (label: string, max: number) =>
  line(label, max)
    .transform((text) => text.trim() || null)
    .nullable()

/** `https:`, `http:` or a path of this site, that every reader of addresses understands: feeds and heads make them absolute. */
const address = (label: string) =>
  optional(label, 2_000).refine(
    (url) => url === null || isAddress(url),
    `${label} must be a whole address that begins with https://, http:// or /.`,
  )

/** One that leads somewhere: `http://a:99999/` and `https://[` begin well and would stop a feed. */
export function isAddress(url: string): boolean {
  return /^(https?:\/\/|\/(?![/\\]))\S*$/i.test(url) && URL.canParse(url, 'https://here.invalid/')
}

const slug = line('The slug', 200)
  .transform((text) => text.trim())
  .refine(
    (text) => !/[/\\?#%\s\p{Cc}\p{Cf}]/u.test(text) && text !== '.' && text !== '..',
    'A slug has no blanks, nothing invisible and none of / \\ ? # %.',
  )

/** Inline Markdown in one line. */
const note = optional('The note', 1_000).transform((text) => text?.replace(/\s+/gu, ' ') ?? null)

const name = (label: string) => line(label, 100).transform((text) => text.replace(/\s+/gu, ' ').trim())

/** The whole text of a post as a form, an import or the API sends it. */
export const postContent = z.object({
  kind: z.enum(['post', 'page']).default('post'),
  title: line('The title', 1_000).transform((text) => text.replace(/\s+/gu, ' ').trim()),
  subtitle: optional('The subtitle', 1_000),
  description: optional('The description', 5_000),
  /** Empty: made from the title. */
  slug,
  body: z
    .string()
    .max(4_000_000, 'The text is longer than 4 million characters.')
    .transform((text) => text.toWellFormed().replaceAll('\u0000', '\ufffd').replace(/\r\n?/g, '\n')),
  tags: z.array(name('A tag')).max(1_000, 'A post can have 1,000 tags at most.').transform((tags) => tags.filter(Boolean)),
  series: z
    .array(z.object({ name: name('A series'), position: z.number().int().min(0).max(100_000).nullable() }))
    .max(20, 'A post can be in 20 series at most.')
    .transform((series) => series.filter((part) => part.name !== '')),
  bylineIds: z.array(z.uuid()).max(50, 'A post can have 50 authors at most.'),
  featuredImage: address('The featured image'),
  featuredImageAlt: optional('The description of the featured image', 1_000).default(null),
  thumbnail: address('The thumbnail'),
  audio: address('The audio'),
  canonicalUrl: address('The canonical address'),
  comments: z.boolean(),
  toc: z.boolean(),
  noindex: z.boolean().default(false),
  math: z.enum(['double', 'dollars']).default('double'),
}) // prettier-ignore

export type PostContent = z.output<typeof postContent>
export type PostContentInput = z.input<typeof postContent>

/** What the desk calls each field. */
export const fieldLabels: Record<Exclude<keyof PostContent, 'kind'>, string> = {
  title: 'Title', subtitle: 'Subtitle', description: 'Description', body: 'Text', slug: 'Slug', tags: 'Tags', series: 'Series',
  bylineIds: 'Authors', featuredImage: 'Featured image', featuredImageAlt: 'Description of the image', thumbnail: 'Thumbnail',
  audio: 'Audio', canonicalUrl: 'Canonical address', comments: 'Discussion is open', toc: 'Table of contents', math: 'Math',
  noindex: 'Hidden from search engines',
} // prettier-ignore

/** A post of which nothing is written yet. */
export const emptyContent: PostContent = postContent.parse({
  title: '', subtitle: null, description: null, slug: '', body: '', tags: [], series: [], bylineIds: [], featuredImage: null,
  thumbnail: null, audio: null, canonicalUrl: null, comments: true, toc: true,
}) // prettier-ignore

export const postId = z.uuid('This is not the id of a post.')
const version = z.number().int().min(0)

/** A post has its id before it is first saved: so a save that is sent twice begins one post. */
export const createInput = z.object({ id: postId, content: postContent })

/** A save names the version it was based on: that is how an overwrite is noticed. */
export const saveInput = z.object({ id: postId, version, content: postContent })

/** What a refused save hands over: the version that came first. `by` is null when it is one's own, from another window. */
export const conflictDetails = z.object({
  version,
  by: z.string().nullable(),
  at: z.date(),
  content: postContent,
})
export type ConflictDetails = z.output<typeof conflictDetails>

/** An act on one version: what was looked at is what goes live. */
export const actInput = z.object({ id: postId, version })

const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/** An instant between 1900 and 2200. */
export const instant = z
  .date('This is not a date.')
  .refine(
    (date) => date.getTime() >= EARLIEST && date.getTime() < LATEST,
    'The date must be between 1900 and 2200.',
  )

export const timeZone = z.string('Choose a time zone.').refine(isTimeZone, 'This time zone is not known.')

export const scheduleInput = actInput.extend({ date: instant, zone: timeZone })
export const expiryInput = z.object({
  id: postId,
  expiresAt: instant.nullable(),
  returnsAt: instant.nullable().default(null),
  zone: timeZone.nullable().default(null),
})

const comparedField = z.enum([
  'title', 'subtitle', 'description', 'body', 'slug', 'tags', 'series', 'bylineIds', 'featuredImage', 'featuredImageAlt', 'thumbnail',
  'audio', 'canonicalUrl', 'comments', 'toc', 'noindex', 'math',
]) // prettier-ignore
/** Which version comes back and what of it; null is all. */
export const restoreInput = actInput.extend({
  from: z.number().int().min(1),
  fields: z.array(comparedField).min(1, 'Choose what comes back.').max(20).nullable(),
})

/** `announce`: a real update, which feeds tell of; only such a one may say what it mended. */
export const updateInput = actInput
  .extend({ announce: z.boolean(), correction: note.default(null), dropAhead: z.boolean().default(false) })
  .refine(({ announce, correction }) => announce || correction === null, {
    path: ['correction'],
    message: 'A quiet fix has no note of correction. Make it a real update, or leave the note out.',
  })

/** A change of a live post at a moment; `announce` lets feeds tell of it then. */
export const changeInput = actInput.extend({ date: instant, zone: timeZone, announce: z.boolean() })
export const ofChange = z.object({ id: postId, change: z.uuid('This is not the id of a change.') })
export const moveChangeInput = ofChange.extend({ date: instant, zone: timeZone })
export const renewChangeInput = ofChange.extend({ version })

/** When a draft is meant to be published; null takes that back. */
export const planInput = z
  .object({ id: postId, plannedFor: instant.nullable(), zone: timeZone.nullable() })
  .refine(({ plannedFor, zone }) => plannedFor === null || zone !== null, {
    path: ['zone'],
    error: 'Choose a time zone.',
  })
/** What is typed to find a post to link to. */
export const linkSearch = z.string().max(200).transform(withoutControls)
export const pinInput = z.object({ id: postId, pinned: z.boolean() })
export const chosenPosts = z
  .array(postId)
  .min(1, 'Choose at least one post.')
  .max(200, 'Choose 200 posts at most.')
  .transform((ids) => [...new Set(ids)])
const names = (label: string) =>
  z.array(name(label)).max(50, 'Choose 50 names at most.').transform((all) => all.filter(Boolean))
    .refine((all) => all.length > 0, `${label} is missing.`) // prettier-ignore

/** One act on many posts. */
export const bulkInput = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['trash', 'restore', 'unpublish', 'return']), ids: chosenPosts }),
  z.object({ act: z.enum(['tag', 'untag']), ids: chosenPosts, names: names('A tag') }),
  z.object({ act: z.enum(['join-series', 'leave-series']), ids: chosenPosts, names: names('A series') }),
  z.object({
    act: z.literal('byline'),
    ids: chosenPosts,
    people: z.array(z.uuid()).min(1, 'Choose at least one author.').max(50, 'A post can have 50 authors at most.'),
  }),
]) // prettier-ignore
export type BulkInput = z.output<typeof bulkInput>

/** What an act on many posts answered, to take it back. */
export const bulkHandle = z.string().regex(/^\d{1,18}$/, 'This cannot be taken back.')

export const previewInput = z.object({
  body: z.string().max(4_000_000, 'The text is longer than 4 million characters.'),
  math: z.enum(['double', 'dollars']),
})

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
const word = z.preprocess(first, z.string().max(200).transform(withoutControls).catch(''))

/** The post a page of the list begins after or ends before: what it is sorted by, and its id. */
const place = z.preprocess(
  first,
  z.string().max(500).transform(withoutControls).transform((text) => ({ key: text.slice(0, -37), id: text.slice(-36) }))
    .pipe(z.object({ key: z.string(), id: z.uuid() }))
    .nullable().catch(null),
) // prettier-ignore

const versionNumber = z.preprocess(first, z.coerce.number().int().min(1).max(2e9).nullable().catch(null))

/** What the history shows, as its address says it; anything odd in it means the default. */
export const historyView = z.object({
  to: versionNumber,
  from: versionNumber,
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
})

/** What the desk lists, as its address says it; anything odd in it means the default. */
export const deskListing = z.object({
  status: z.preprocess(
    first,
    z.enum(['all', 'draft', 'planned', 'scheduled', 'live', 'expired', 'submitted', 'trashed']).catch('all'),
  ),
  q: word,
  sort: z.preprocess(first, z.enum(['changed', 'date', 'title']).catch('changed')),
  /** Against the order that is usual for `sort`. */
  reverse: z.preprocess((value) => first(value) === '1', z.boolean()),
  tag: word,
  series: word,
  author: word,
  kind: z.preprocess(first, z.enum(['any', 'post', 'page']).catch('any')),
  after: place,
  before: place,
})

/** Browsers and Node do not list the same of two names of one zone (Asia/Calcutta, Asia/Kolkata), and know both. */
function isTimeZone(zone: string): boolean {
  if (zone === 'UTC') return true
  if (!/^[A-Z]\w+(\/[\w+-]+)+$/i.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Postgres refuses NUL, and nobody looks for a control character. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '').toWellFormed()
}
