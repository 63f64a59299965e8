import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { addMedia, describeMedia, removeImportedMedia, removeMedia } from '@/domain/media/commands'
import { countUses, listMedia } from '@/domain/media/library'
import type { Actor } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { db, transaction } from '@/lib/db'
import { contentWith, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
beforeAll(async () => (owner = await personWith('owner')))

const folder = (...names: string[]) => join(process.env.DATA_DIR ?? '', ...names)

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#a4341f' } })
}

test('a picture is written anew: upright, without the place where it was taken', async () => {
  const exif = { IFD0: { Copyright: 'Nobody' }, IFD3: { GPSLatitudeRef: 'N' } }
  const bytes = await picture(40, 30).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg().toBuffer()
  const added = await addMedia(owner, { fileName: 'holiday.png', bytes })
  expect(added).toMatchObject({ contentType: 'image/jpeg', width: 30, height: 40 })
  expect(added.key).toMatch(/^[\w-]{16}\.jpg$/)
  const served = await sharp(folder('media', added.key)).metadata()
  expect(served).toMatchObject({ format: 'jpeg', width: 30 })
  expect(served.exif).toBeUndefined()
  expect(await readFile(folder('originals', added.key))).toEqual(bytes)
})

test.each([
  ['HTML', 'cat.jpg', '<!doctype html><script>alert(1)</script>'],
  ['SVG', 'cat.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a broken JPEG', 'cat.jpg', '\xff\xd8\xff\xe0 and then nothing'],
  ['nothing', 'cat.jpg', ''],
] as const)(
  '%s is refused, whatever it is called, and leaves nothing behind',
  async (_what, fileName, text) => {
    const files = async () => [...(await readdir(folder('media'))), ...(await readdir(folder('temporary')))]
    const before = await files()
    const adding = addMedia(owner, { fileName, bytes: Buffer.from(text, 'latin1') })
    await expect(adding).rejects.toMatchObject({ code: 'unsupported' })
    expect(await files()).toEqual(before)
  },
)

test('a picture of more than 64 megapixels is refused without being decoded', async () => {
  const bytes = await picture(10_000, 6_500).png({ compressionLevel: 9 }).toBuffer()
  await expect(addMedia(owner, { fileName: 'bomb.png', bytes })).rejects.toMatchObject({ code: 'too-large' })
})

test('an SVG that comes with an import is kept as it is', async () => {
  const bytes = Buffer.from(
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>',
  )
  const added = await addMedia(owner, { fileName: 'logo.svg', bytes, source: 'blog', sourcePath: 'logo.svg' })
  expect(added).toMatchObject({ contentType: 'image/svg+xml', width: 20, height: 10 })
  expect(await readFile(folder('media', added.key))).toEqual(bytes)
})

test('an import that comes again brings each file once, and a changed one under a new name', async () => {
  const place = { fileName: 'a.png', source: 'twice', sourcePath: 'posts/a.png' }
  const first = await addMedia(owner, { ...place, bytes: await picture(4, 4).png().toBuffer() })
  const again = await addMedia(owner, { ...place, bytes: await picture(4, 4).png().toBuffer() })
  const changed = await addMedia(owner, { ...place, bytes: await picture(5, 5).png().toBuffer() })
  expect(again.key).toBe(first.key)
  expect(changed.key).not.toBe(first.key)
  expect(existsSync(folder('media', first.key))).toBe(true)
  const files = [{ id: changed.id, former: first.id }]
  expect(await transaction((tx) => removeImportedMedia(tx, files))).toEqual([changed.key])
  const back = await addMedia(owner, { ...place, bytes: await picture(4, 4).png().toBuffer() })
  expect(back.key).toBe(first.key)
})

test('a sound is recognised by its first bytes', async () => {
  const bytes = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(500)])
  const added = await addMedia(owner, { fileName: 'episode', bytes })
  expect(added).toMatchObject({ contentType: 'audio/mpeg', width: null })
})

test('a file says how many posts use it, and is gone when it is removed', async () => {
  const added = await addMedia(owner, { fileName: 'used.png', bytes: await picture(3, 3).png().toBuffer() })
  await createPost(owner, contentWith({ title: 'Uses it', body: `![It](/media/${added.key})` }))
  expect(await countUses(owner, added.id)).toBe(1)
  await describeMedia(owner, { id: added.id, alt: 'A red square' })
  const { items } = await listMedia(owner, { after: null, kind: 'pictures' })
  expect(items[0]).toMatchObject({ key: added.key, alt: 'A red square' })
  await removeMedia(owner, added.id)
  expect(existsSync(folder('media', added.key))).toBe(false)
  expect(await db.media.count({ where: { id: added.id } })).toBe(0)
})

test('an author cannot remove what somebody else brought', async () => {
  const author = await personWith('author')
  const added = await addMedia(owner, { fileName: 'mine.png', bytes: await picture(2, 2).png().toBuffer() })
  await expect(removeMedia(author, added.id)).rejects.toMatchObject({ code: 'forbidden' })
})
