import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

/** The site's settings; there is always one row. */
export async function getSettings() {
  const settings = await db.settings.findUniqueOrThrow({ where: { id: 1 } })
  depends('settings')
  return settings
}

export type SiteSettings = Awaited<ReturnType<typeof getSettings>>
