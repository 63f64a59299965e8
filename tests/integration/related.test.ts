import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { listSitemap, listSitemapParts } from '@/domain/posts/archive'
import { createPost } from '@/domain/posts/commands'
import { publishPost, unpublishPost } from '@/domain/posts/publish'
import { getLivePost } from '@/domain/posts/queries'
import { listRelated } from '@/domain/posts/related'
import { db } from '@/lib/db'
import { noting } from '@/lib/depends'
import { contentWith, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
beforeAll(async () => (owner = await personWith('owner')))
afterAll(closeRenderPool)

async function live(title: string, part = {}) {
  const post = await createPost(owner, contentWith({ title, body: `About ${title}.`, ...part }))
  await publishPost(owner, post)
  return post
}

async function relatedTo(path: string) {
  const post = await getLivePost(path)
  if (post === null) throw new Error(`nothing at ${path}`)
  return noting(() => listRelated(post))
}

test('related posts share tags or words, and one that leaves is named no more', async () => {
  await live('Pendulum clocks', { tags: ['Time'] })
  const bells = await live('Bells of the hour', { tags: ['Time'] })
  await live('Clocks with a pendulum', { tags: ['Craft'] })
  await live('Baking bread', { tags: ['Kitchen'] })
  await live('Repairing pendulum clocks')
  const { result, tags } = await relatedTo('/posts/pendulum-clocks')
  expect(result.map(({ title }) => title)).toEqual(['Bells of the hour'])
  expect(tags).toContain(`post:${bells.id}`)
  const untagged = await relatedTo('/posts/repairing-pendulum-clocks')
  expect(untagged.result.map(({ title }) => title).sort()).toEqual([
    'Clocks with a pendulum',
    'Pendulum clocks',
  ])
  await unpublishPost(owner, bells.id)
  expect((await relatedTo('/posts/pendulum-clocks')).result).toEqual([])
})

test('the sitemap lists what search engines may list, in parts when there is much', async () => {
  await live('Not for engines', { noindex: true })
  await live('At home elsewhere', { canonicalUrl: 'https://elsewhere.example/a' })
  await db.publication.updateMany({ where: { path: '/posts/baking-bread' }, data: { updated: new Date() } })
  const all = await listSitemap({ part: 1, size: 100 })
  const paths = all.map(({ path }) => path)
  expect(paths).toContain('/posts/baking-bread')
  expect(paths).not.toContain('/posts/not-for-engines')
  expect(paths).not.toContain('/posts/at-home-elsewhere')
  const parts = await listSitemapParts(2)
  const inParts = await Promise.all(parts.map(({ part }) => listSitemap({ part, size: 2 })))
  expect(inParts.flat().map(({ path }) => path)).toEqual(paths)
  for (const [at, { changed }] of parts.entries())
    expect(changed.getTime()).toBe(Math.max(...(inParts[at] ?? []).map((one) => one.changed.getTime())))
})
