import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import type { ImportReport } from '@/domain/transfer/report'
import { runUnit } from '@/domain/transfer/run-unit'
import { continueUnit } from '@/domain/transfer/units'
import { db } from '@/lib/db'

const DEMO = 'demo'

/** Loads the demo blog through the importer, with its dates counted from `today`. */
export async function loadDemo(
  actor: Actor,
  { folder, today }: { folder: string; today: Date },
): Promise<ImportReport> {
  const root = await mkdtemp(path.join(tmpdir(), 'octavo-demo-'))
  try {
    await cp(folder, root, { recursive: true })
    await rm(path.join(root, 'README.md'), { force: true })
    for (const name of await readdir(root)) {
      if (!name.endsWith('.md')) continue
      const file = path.join(root, name)
      await writeFile(file, datePlaceholders(await readFile(file, 'utf8'), today))
    }
    return await importMarkdown(actor, { root, source: DEMO, defaultAuthors: ['Octavo'] })
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** `{{days -3 09:00}}` becomes the instant of that hour (UTC) on the day three days before `today`. */
export function datePlaceholders(text: string, today: Date): string {
  return text.replace(/\{\{days (-?\d+) (\d\d):(\d\d)\}\}/g, (_match, ...parts: string[]) => {
    const [days = 0, hours = 0, minutes = 0] = parts.slice(0, 3).map(Number)
    const date = new Date(today)
    date.setUTCDate(date.getUTCDate() + days)
    date.setUTCHours(hours, minutes, 0, 0)
    return date.toISOString()
  })
}

/** Removes the demo posts, edited or not, with their pictures and the names that nobody else uses. Returns how many posts went. */
export async function removeDemo(actor: Actor): Promise<number> {
  allow(canTransfer(actor))
  const posts = await db.post.count({ where: { source: DEMO } })
  const units = await db.import.findMany({
    where: { source: DEMO },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
  })
  for (const { id } of units) {
    await db.import.update({ where: { id }, data: { undoEdited: true } })
    await continueUnit(id, 'undoing')
    await runUnit(id)
  }
  return posts - (await db.post.count({ where: { source: DEMO } }))
}

/** Whether there is a demo to remove. */
export async function hasDemo(): Promise<boolean> {
  return (await db.post.count({ where: { source: DEMO } })) > 0
}
