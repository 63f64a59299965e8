import { join } from 'node:path'
import { createSetupLink, ensureOwner, setupIsOpen } from '@/domain/people/setup'
import { isEmpty, isUnopened, openSite } from '@/domain/settings/opening'
import { env } from '@/lib/env'
import { projectRoot } from '@/server/project-root'

/** What a new blog needs before it is served; each step itself knows whether it is done. Answers the sentences to print below the address. */
export async function prepareBlog(say: (line: string) => void): Promise<string[]> {
  if (await isUnopened()) {
    const wantsDemo = env.demo && (await isEmpty())
    if (wantsDemo) say('Loading the demo blog.')
    await openSite({ demoFolder: wantsDemo ? join(projectRoot(), 'prisma', 'seed') : null })
  }
  return openDoor()
}

/** How to sign in: the owner that the environment names, or a link that makes one. */
async function openDoor(): Promise<string[]> {
  if (env.adminEmail !== null && env.adminPassword !== null) {
    await ensureOwner({ email: env.adminEmail, password: env.adminPassword })
  }
  if (await setupIsOpen()) {
    return [
      `Make the owner's account with this link, which works once: ${env.siteUrl}/setup/${await createSetupLink()}`,
    ]
  }
  return [`Sign in at ${env.siteUrl}/login${env.adminEmail === null ? '' : ` as ${env.adminEmail}`}`]
}
