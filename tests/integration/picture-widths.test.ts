import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { addMedia, removeMedia } from '@/domain/media/commands'
import { findMediaFile } from '@/domain/media/serving'
import { makeMissingVariants, makeVariants } from '@/domain/media/variants'
import type { Actor } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { publishPost } from '@/domain/posts/publish'
import { getLivePost } from '@/domain/posts/queries'
import { db } from '@/lib/db'
import { noting } from '@/lib/depends'
import { contentWith, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
beforeAll(async () => (owner = await personWith('owner')))
afterAll(closeRenderPool)

const folder = (name: string) => join(process.env.DATA_DIR ?? '', 'media', name)

/** Noise, because an even ground takes no bytes in any width. */
async function photograph(width: number) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const picture = sharp({ create: { width, height: width / 2, channels: 3, background: '#888', noise } })
  return addMedia(owner, { fileName: 'a.jpg', bytes: await picture.jpeg({ quality: 95 }).toBuffer() })
}

test('a picture comes in the widths that pages ask for, made in the background', async () => {
  const { id, key } = await photograph(1_000)
  const post = await createPost(
    owner,
    contentWith({ title: 'With a photograph', body: `![A](/media/${key})`, featuredImage: `/media/${key}` }),
  )
  await publishPost(owner, post)
  const before = await getLivePost('/posts/with-a-photograph')
  expect(before?.html).not.toContain('srcset')
  await makeVariants(key)
  const { result, tags } = await noting(() => getLivePost('/posts/with-a-photograph'))
  const srcset = `/media/${key}.480.webp 480w, /media/${key}.800.webp 800w, /media/${key} 1000w`
  expect(result?.html).toContain(`srcset="${srcset}" sizes="(width > 616px) 576px, 100vw"`)
  expect(result?.html).toMatch(/width="1000" height="500"|height="500" width="1000"/)
  expect(result?.picture?.srcset).toBe(srcset)
  expect(tags).toContain(`media:${key}`)
  const served = await findMediaFile(`${key}.480.webp`)
  expect(served?.headers['content-type']).toBe('image/webp')
  expect(await sharp(folder(`${key}.480.webp`)).metadata()).toMatchObject({ format: 'webp', width: 480 })
  for (const other of ['1200', '481', '480000', '0480'])
    expect(await findMediaFile(`${key}.${other}.webp`)).toBe(null)
  await removeMedia(owner, id)
  expect(existsSync(folder(`${key}.480.webp`))).toBe(false)
  expect((await getLivePost('/posts/with-a-photograph'))?.html).not.toContain('srcset')
})

test('a small or moving picture is left as it is, and nothing is tried twice', async () => {
  const { key } = await photograph(400)
  const frames = await sharp(await sharp({ create: { width: 600, height: 600, channels: 3, background: '#f00' } }).gif().toBuffer()).webp().toBuffer() // prettier-ignore
  const still = await addMedia(owner, { fileName: 'b.webp', bytes: frames })
  await makeMissingVariants(() => false)
  const rows = await db.media.findMany({ where: { key: { in: [key, still.key] } }, select: { widths: true } })
  expect(rows.map(({ widths }) => widths)).toContainEqual([])
  expect(await db.$queryRaw`SELECT key FROM media WHERE widths IS NULL`).toEqual([])
})
