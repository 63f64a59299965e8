import { readIncomingPost } from '@/domain/transfer/incoming-post'

const KEYS = {
  title: '"A title"',
  slug: 'a-title',
  tags: "['framework', 'web']",
  date: '2024-03-22T12:37:34.192Z',
  comments: 'false',
  series: '["S"]',
  audio: '""',
}

/** A file of a source of one file, as an import reads it. */
export function readArticle(source: string, path = 'posts/f.md') {
  return readIncomingPost({ path, source, files: new Set([path]), zone: 'UTC' })
}

/** A whole article of which some lines are other than they should be. */
export function article(dirt: Partial<Record<keyof typeof KEYS, string>>, more = '') {
  const lines = Object.entries({ ...KEYS, ...dirt }).map(([key, value]) =>
    value.startsWith('≡') ? value.slice(1) : `${key}: ${value}`,
  )
  return `---\n${lines.join('\n')}${more}\n---\n\nBody text.\n`
}
