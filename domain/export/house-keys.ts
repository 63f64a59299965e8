import type { PostState } from '@/domain/export/post-state'
import { dialects } from '@/domain/transfer/front-matter-keys'

export type Field = Exclude<keyof PostState, 'feedId'>

/** What each field is called in front matter that begins here. */
export const houseKeys = {
  title: 'title',
  subtitle: 'subtitle',
  description: 'description',
  slug: 'slug',
  tags: 'tags',
  date: 'date',
  featuredImage: 'featured_image',
  thumbnail: 'thumbnail',
  comments: 'comments',
  draft: 'draft',
  series: 'series',
  audio: 'audio',
  authors: 'authors',
  featuredImageAlt: 'featured_image_alt',
  updated: 'lastmod',
  expires: 'expiryDate',
  canonicalUrl: 'canonical_url',
  aliases: 'aliases',
  language: 'lang',
  toc: 'toc',
  math: 'math',
  noindex: 'noindex',
  pinned: 'pinned',
  zone: 'date_zone',
  kind: 'kind',
} as const satisfies Record<Field, string>

/** The place of all parts of a post in their series, beside `series`. */
export const SERIES_POSITION = 'series_order'

const fields: readonly Field[] = [
  'title', 'subtitle', 'description', 'slug', 'tags', 'date', 'featuredImage', 'thumbnail', 'comments', 'draft', 'series', 'audio',
  'authors', 'featuredImageAlt', 'updated', 'expires', 'canonicalUrl', 'aliases', 'language', 'toc', 'math', 'noindex', 'pinned',
  'zone', 'kind',
] // prettier-ignore

/** In the order of the house, those that differ. */
export function changedFields(before: PostState, after: PostState): Field[] {
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** What else the importer looks for, to the same end as one of the fields. */
export type Helper = 'publishDate' | 'published' | 'status' | 'seriesPosition'

/** Every name under which the importer looks for a field. */
export function namesOf(field: Field | Helper): readonly string[] {
  return field === 'kind' ? ['kind'] : dialects[field]
}

/** Whether the importer also looks into `[extra]`, `params` and `[taxonomies]`. */
export function isDeep(field: Field | Helper): boolean {
  return !topOnly.has(field)
}

const topOnly: ReadonlySet<Field | Helper> = new Set<Field | Helper>([
  'title', 'description', 'slug', 'date', 'updated', 'expires', 'draft', 'featuredImageAlt', 'aliases', 'zone', 'kind',
  'publishDate', 'published', 'status',
]) // prettier-ignore
