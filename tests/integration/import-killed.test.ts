import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMAND_LINE } from '@/domain/permissions'
import { startImport } from '@/domain/transfer/import-commands'
import { listLines } from '@/domain/transfer/import-lines'
import { totalsOf } from '@/domain/transfer/report'
import { runUnit } from '@/domain/transfer/run-unit'
import { undoImport } from '@/domain/transfer/undo-import'
import { openRehearsal } from '@/domain/transfer/units'
import { db } from '@/lib/db'
import { buildProgram, removePrograms } from '@/tests/support/boot'
import { folderWith } from '@/tests/support/folder'

const FILES = 600
const workers: ChildProcess[] = []
let program = ''

beforeAll(async () => {
  program = await buildProgram('worker-program')
})

afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL')
  removePrograms()
})

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'ignore'] })
  workers.push(child)
  await once(child.stdout, 'data')
  return child
}

test(
  'an import whose worker is killed goes on in another one, brings everything once, and is undone whole',
  { timeout: 180_000 },
  async () => {
    const files = Array.from({ length: FILES }, (_, n) => [
      `${String(n).padStart(4, '0')}.md`,
      `---\ntitle: Killed ${n}\ndate: 2020-01-01\ntags: [killed]\naliases: [/killed/${n}]\n---\nText.`,
    ])
    const root = await folderWith(Object.fromEntries(files))
    const id = await openRehearsal(COMMAND_LINE, { root, source: 'killed' })
    await runUnit(id)
    await startImport(COMMAND_LINE, id)
    const first = await startWorker()
    const brought = () => db.post.count({ where: { source: 'killed' } })
    await expect.poll(brought, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0)
    first.kill('SIGKILL')
    expect(await brought()).toBeLessThan(FILES)
    await startWorker()
    const status = async () => (await db.import.findUnique({ where: { id } }))?.status
    await expect.poll(status, { timeout: 120_000, interval: 250 }).toBe('finished')
    expect(await brought()).toBe(FILES)
    expect(totalsOf({ files: await listLines(id) })).toBe(`${FILES} created`)
    // Each file was found under its alias, and under its own path.
    expect(await db.address.count({ where: { source: 'killed' } })).toBe(2 * FILES)
    await undoImport(COMMAND_LINE, { id, edited: false })
    expect(await brought()).toBe(0)
    expect(await db.tag.count({ where: { name: 'killed' } })).toBe(0)
    expect(await db.address.count({ where: { source: 'killed' } })).toBe(0)
  },
)
