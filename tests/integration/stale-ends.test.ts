import { afterAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { createPost } from '@/domain/posts/commands'
import { publishPost, unpublishPost } from '@/domain/posts/publish'
import { trashPost } from '@/domain/posts/trash'
import { db } from '@/lib/db'
import { somebody } from '@/tests/support/people'
import { contentWith } from '@/tests/support/posts'

afterAll(closeRenderPool)

// The database's clock has microseconds and the ends of ranges have milliseconds: once is luck.
test.each([
  ['post.unpublished', unpublishPost],
  ['post.trashed', trashPost],
])('%s always expires the tags of the post', async (type, takeBack) => {
  const owner = await somebody('owner')
  for (let time = 0; time < 12; time++) {
    const tag = `tag ${type} ${time}`.replace('.', ' ')
    const post = await createPost(owner, contentWith({ title: tag, tags: [tag] }))
    await publishPost(owner, post)
    await takeBack(owner, post.id)
    const event = await db.event.findFirstOrThrow({ where: { type, postId: post.id } })
    expect(event.expires, `time ${time}`).toContain(`tagged:${tag.replaceAll(' ', '-')}`)
  }
})
