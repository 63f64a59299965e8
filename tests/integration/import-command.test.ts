import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'octavo-command-'))
  await writeFile(path.join(root, 'good.md'), '---\ntitle: Good\ndate: 2020-01-01\n---\nText.')
})
afterAll(() => rm(root, { recursive: true }))

async function runImport() {
  const program = path.resolve('server/bootstrap.mjs')
  const child = spawn(process.execPath, [program, 'octavo', 'import', root], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { said, code: child.exitCode }
}

test('an import says what became of the files and ends with 0; a second one changes nothing', async () => {
  const first = await runImport()
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('1 created') })
  expect(await runImport()).toMatchObject({ code: 0, said: expect.stringContaining('1 unchanged') })
})

test('an import with a file that failed names it and ends with 1', async () => {
  await writeFile(path.join(root, 'bad.md'), '---\ntitle: [unclosed\n  - {\n---\nText.')
  const { said, code } = await runImport()
  expect(said).toMatch(/^bad\.md: failed; line \d/m)
  expect(code).toBe(1)
})
