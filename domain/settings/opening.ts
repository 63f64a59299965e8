import { record } from '@/domain/events/commands'
import { COMMAND_LINE } from '@/domain/permissions'
import { loadDemo } from '@/domain/transfer/demo'
import { db, transaction } from '@/lib/db'

const DESCRIPTION =
  'Notes on the craft of publishing: type, time, plain text and the programs that carry them.'

/** Whether this blog has never been started before. */
export async function isUnopened(): Promise<boolean> {
  return (await db.event.count({ where: { type: 'site.opened' } })) === 0
}

/** Whether there is no post at all, not even in the trash. */
export async function isEmpty(): Promise<boolean> {
  return (await db.post.count()) === 0
}

/** Opens a blog for the first time, with the demo of that folder or, for null, as it is. */
export async function openSite({ demoFolder }: { demoFolder: string | null }): Promise<void> {
  if (demoFolder !== null) {
    await db.settings.update({ where: { id: 1 }, data: { description: DESCRIPTION } })
    await loadDemo(COMMAND_LINE, { folder: demoFolder, today: new Date() })
  }
  await transaction((tx) => record(tx, { type: 'site.opened', actor: COMMAND_LINE }))
}
