import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from '@/tests/support/folder'
import { runOctavo } from '@/tests/support/octavo'

test('an import says what became of the files; a second one changes nothing, a bad file ends it with 1', async () => {
  const root = await folderWith({ 'good.md': '---\ntitle: Good\ndate: 2020-01-01\n---\nText.' })
  expect(await runOctavo(['import', root])).toMatchObject({
    code: 0,
    said: expect.stringContaining('1 created'),
  })
  await writeFile(path.join(root, 'bad.md'), '---\ntitle: [unclosed\n  - {\n---\nText.')
  const { said, code } = await runOctavo(['import', root])
  expect(said).toMatch(/^bad\.md: failed; line \d/m)
  expect(said).toContain('1 failed, 1 unchanged')
  expect(code).toBe(1)
})
