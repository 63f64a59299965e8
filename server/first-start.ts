import { join } from 'node:path'
import { record } from '@/domain/events/commands'
import { createSetupLink, ensureOwner, setupIsOpen } from '@/domain/people/setup'
import { COMMAND_LINE } from '@/domain/permissions'
import { loadDemo } from '@/domain/transfer/demo'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { projectRoot } from '@/server/project-root'

type Say = (line: string) => void

/** What a new blog needs before it is served. Each step itself knows whether it is done. Answers the sentences to print below the address. */
export async function prepareBlog(say: Say): Promise<string[]> {
  await loadDemoOnce(say)
  return openDoor()
}

/** Only the very first start loads the demo: not one after an import, and not one after a first start without it. */
async function loadDemoOnce(say: Say): Promise<void> {
  if ((await db.event.count({ where: { type: 'site.opened' } })) > 0) return
  if (env.demo && (await db.post.count()) === 0) {
    say('Loading the demo blog.')
    const description = 'Notes on the craft of publishing: type, time, plain text and the programs that carry them.'
    await db.settings.update({ where: { id: 1 }, data: { description } })
    await loadDemo(COMMAND_LINE, { folder: join(projectRoot(), 'prisma', 'seed'), today: new Date() })
  }
  await db.$transaction((tx) => record(tx, { type: 'site.opened', actor: COMMAND_LINE }))
}

/** How to sign in: the owner that the environment names, or a link that makes one. */
async function openDoor(): Promise<string[]> {
  if (env.adminEmail !== null && env.adminPassword !== null) {
    await ensureOwner({ email: env.adminEmail, password: env.adminPassword })
  }
  if (!(await setupIsOpen()))
    return [`Sign in at ${env.siteUrl}/login${env.adminEmail === null ? '' : ` as ${env.adminEmail}`}`]
  return [
    `Make the owner's account with this link, which works once: ${env.siteUrl}/setup/${await createSetupLink()}`,
  ]
}
