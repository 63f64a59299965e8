import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerFeed } from '@/app/_http/feed'
import type { FeedOf } from '@/domain/feeds/queries'
import { closeRenderPool } from '@/domain/markdown/pool'
import { listAuthors } from '@/domain/people/queries'
import { COMMAND_LINE } from '@/domain/permissions'
import { listLiveSeries } from '@/domain/series/queries'
import { listLiveTags } from '@/domain/tags/queries'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { db } from '@/lib/db'
import { problemsOfAtom, problemsOfRss } from '@/tests/support/feed-rules'

// Whole blogs take minutes: they are tried when somebody says where they lie, each in a folder of its own.
const folder = process.env.OCTAVO_CORPORA ?? ''
const corpora = folder === '' ? [] : readdirSync(folder).map((name) => ({ name, root: join(folder, name) }))
const PATIENCE_MS = 900_000

beforeAll(async () => {
  process.env.SITE_URL = 'https://blog.example'
  await db.settings.updateMany({ data: { postsPerFeed: 200 } })
})
afterAll(closeRenderPool)

test.skipIf(corpora.length > 0)('no blogs to try: OCTAVO_CORPORA names no folder', ({ skip }) => {
  skip('OCTAVO_CORPORA=/folder npm test -- integration corpora')
})

test.each(corpora)('every feed of $name is valid', { timeout: PATIENCE_MS }, async ({ name, root }) => {
  await importMarkdown(COMMAND_LINE, { root, source: name })
  const lists: { of: FeedOf; slug: string }[] = [
    { of: 'everything', slug: '' },
    ...(await listLiveTags()).map(({ slug }) => ({ of: 'tag' as const, slug })),
    ...(await listAuthors()).map(({ slug }) => ({ of: 'author' as const, slug })),
    ...(await listLiveSeries()).map(({ slug }) => ({ of: 'series' as const, slug })),
  ]
  const problems: string[] = []
  for (const { of, slug } of lists) {
    const told = (found: string[]) => problems.push(...found.map((problem) => `${of} ${slug}: ${problem}`))
    told(problemsOfRss(await textOf('feed.xml', of, slug)))
    told(problemsOfAtom(await textOf('atom.xml', of, slug)))
    JSON.parse(await textOf('feed.json', of, slug))
  }
  expect(problems.filter((problem, at) => problems.indexOf(problem) === at)).toEqual([])
  expect(lists.length).toBeGreaterThan(1)
})

async function textOf(file: string, of: FeedOf, slug: string): Promise<string> {
  return (await answerFeed(file, of, encodeURIComponent(slug))).text()
}
