import { randomBytes } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { exportMarkdown } from '@/domain/export/markdown'
import { writeFolder } from '@/domain/export/write-folder'
import { writeZip } from '@/domain/export/write-zip'
import { COMMAND_LINE } from '@/domain/permissions'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { db } from '@/lib/db'
import { folderWith } from '@/tests/support/folder'
import { mountSmallDisk } from '@/tests/support/small-disk'

const disk = mountSmallDisk()

/** A picture of about 120 kB that does not pack. */
function noise(): Promise<Buffer> {
  const side = 200
  return sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer()
}

async function blogWithPictures(): Promise<string> {
  const names = ['a', 'b', 'c', 'd']
  const texts = names.map((name) => [
    `${name}.md`,
    `---\ntitle: ${name}\ndate: 2020-01-01\n---\n![](${name}.png)`,
  ])
  const root = await folderWith(Object.fromEntries(texts))
  for (const name of names) await writeFile(path.join(root, `${name}.png`), await noise())
  return root
}

test.skipIf(disk === null)(
  'a disk that fills up ends an import with a sentence; with room it goes on',
  async () => {
    const root = await blogWithPictures()
    const home = process.env.DATA_DIR
    process.env.DATA_DIR = disk ?? ''
    try {
      const answer = importMarkdown(COMMAND_LINE, { root, source: 'full' })
      await expect(answer).rejects.toMatchObject({ code: 'storage-full' })
      const unit = await db.import.findFirstOrThrow({ where: { source: 'full' } })
      expect(unit).toMatchObject({ status: 'failed', problem: 'There is no room left on the disk.' })
      // The four files are one step: none of them is half in.
      expect(await db.post.count({ where: { source: 'full' } })).toBe(0)
      const known = (await db.media.findMany({ select: { key: true } })).map(({ key }) => key).sort()
      expect((await readdir(path.join(disk ?? '', 'media'))).sort()).toEqual(known)
      expect(await readdir(path.join(disk ?? '', 'temporary'))).toEqual([])
    } finally {
      process.env.DATA_DIR = home
    }
    await db.media.deleteMany()
    const report = await importMarkdown(COMMAND_LINE, { root, source: 'full' })
    expect(totalsOf(report)).toBe('4 created')
    expect(report.media).toBe(4)
  },
)

test.skipIf(disk === null)(
  'a disk that fills up during an export is told, and nothing half-written stays',
  async () => {
    const folder = path.join(disk ?? '', 'out')
    const refused = {
      code: 'storage-full',
      message: 'There is no room left on the disk. Nothing was changed.',
    }
    await expect(writeFolder(await exportMarkdown(COMMAND_LINE), { folder })).rejects.toMatchObject(refused)
    expect(await readdir(folder)).toEqual([])
    const file = path.join(disk ?? '', 'out.zip')
    await expect(writeZip(await exportMarkdown(COMMAND_LINE), { file })).rejects.toMatchObject(refused)
    expect((await readdir(disk ?? '')).filter((name) => name.startsWith('out.'))).toEqual([])
  },
)
