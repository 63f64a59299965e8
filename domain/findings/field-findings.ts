import { adviseOn, type Finding } from '@/domain/findings/finding'

/** What of a post's fields is looked at. `imageAlt` is what is said of the featured image here or in the library. */
export type CheckedFields = {
  title: string
  description: string | null
  excerpt: string | null
  featuredImage: string | null
  imageAlt: string | null
}

/** Search engines show about so many characters of a title. */
const TITLE_SHOWN = 60

export function findInFields({ title, description, excerpt, ...image }: CheckedFields): Finding[] {
  const beginning =
    excerpt === null || excerpt === '' ? 'nothing instead.' : `its beginning: “${shortened(excerpt, 80)}”`
  return [
    ...findInTitle(title),
    ...(description === null
      ? [
          adviseOn('description', {
            key: 'description',
            sentence: 'There is no description',
            why: `Lists, search engines and feeds show ${beginning}`,
          }),
        ]
      : []),
    ...(image.featuredImage !== null && (image.imageAlt ?? '').trim() === ''
      ? [
          adviseOn('featuredImageAlt', {
            key: `alt ${image.featuredImage}`,
            sentence: 'The featured image has no description',
            why: 'Whoever does not see it is not told what it shows.',
          }),
        ]
      : []),
  ]
}

function findInTitle(title: string): Finding[] {
  if (title.trim() === '')
    return [{ ...adviseOn('title', { key: 'title', sentence: 'There is no title', why: 'A post needs one before readers see it.' }), stops: true }] // prettier-ignore
  const { length } = [...title]
  if (length <= TITLE_SHOWN) return []
  return [
    adviseOn('title', {
      key: 'title length',
      sentence: `The title has ${length} characters`,
      why: `Search results cut it at about ${TITLE_SHOWN}, lists of feed readers and subject lines of mail often sooner: “${shortened(title, TITLE_SHOWN)}”.`,
    }),
  ]
}

/** At most so many characters. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
