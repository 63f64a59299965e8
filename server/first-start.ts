import { join } from 'node:path'
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

/** The very first start is the one that finds a database in which nothing ever happened. */
async function loadDemoOnce(say: Say): Promise<void> {
  if (!env.demo || (await db.event.count()) > 0) return
  say('Loading the demo blog.')
  await db.settings.update({
    where: { id: 1 },
    data: {
      description:
        'Notes on the craft of publishing: type, time, plain text and the programs that carry them.',
    },
  })
  await loadDemo(COMMAND_LINE, { folder: join(projectRoot(), 'prisma', 'seed'), today: new Date() })
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
