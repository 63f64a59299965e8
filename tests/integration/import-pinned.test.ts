import { expect, test } from 'vitest'
import { COMMAND_LINE } from '@/domain/permissions'
import { getPinnedPost } from '@/domain/posts/queries'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { folderWith } from '@/tests/support/folder'

test('the newest of several pinned posts is pinned, unless one is pinned here already; a featured one is not', async () => {
  const pinned = (name: string, date: string, key = 'pinned: true') =>
    [`${name}.md`, `---\ntitle: ${name}\ndate: ${date}\n${key}\n---\nText.`] as const
  const root = await folderWith(
    Object.fromEntries([
      pinned('Pin A', '2020-01-01'),
      pinned('Pin B', '2021-01-01'),
      pinned('Pin C', '2022-01-01', 'featured: true'),
    ]),
  )
  const { files } = await importMarkdown(COMMAND_LINE, { root, source: 'pins' })
  const note = 'another post is pinned to the home page, which holds one'
  expect(files.map(({ notes }) => notes)).toEqual([[note], [], []])
  expect((await getPinnedPost())?.title).toBe('Pin B')
  const more = await folderWith(Object.fromEntries([pinned('Pin D', '2023-01-01')]))
  const report = await importMarkdown(COMMAND_LINE, { root: more, source: 'more pins' })
  expect(report.files[0]?.notes).toEqual([note])
  expect((await getPinnedPost())?.title).toBe('Pin B')
})
