import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { record } from '@/domain/events/commands'
import { removeMediaOf } from '@/domain/media/commands'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { lockStanding } from '@/domain/posts/stale'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import type { ImportReport } from '@/domain/transfer/report'
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

/** Removes the demo posts, edited or not, with their pictures, and the names that nobody else uses. Returns how many posts went. */
export async function removeDemo(actor: Actor): Promise<number> {
  allow(canTransfer(actor))
  const removed = await db.$transaction(async (tx) => {
    const { count } = await tx.post.deleteMany({ where: { source: DEMO } })
    await tx.sourceFile.deleteMany({ where: { source: DEMO } })
    await tx.tag.deleteMany({ where: { revisions: { none: {} } } })
    await tx.series.deleteMany({ where: { revisions: { none: {} } } })
    await tx.person.deleteMany({ where: { name: 'Octavo', email: null, bylines: { none: {} } } })
    await lockStanding(tx)
    await record(tx, { type: 'demo.removed', actor, data: { posts: count }, expires: ['all'] })
    return count
  })
  await removeMediaOf(DEMO)
  return removed
}

/** Whether there is a demo to remove. */
export async function hasDemo(): Promise<boolean> {
  return (await db.post.count({ where: { source: DEMO } })) > 0
}
