import { record } from '@/domain/events/commands'
import { type Actor, allow, canChangeSettings } from '@/domain/permissions'
import type { SettingsInput } from '@/domain/settings/schema'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'

/** Changes what the whole site shows; every page is made anew. */
export async function changeSettings(actor: Actor, input: SettingsInput): Promise<void> {
  allow(canChangeSettings(actor))
  await db.$transaction(async (tx) => {
    const changedAt = await databaseNow(tx)
    await tx.settings.update({ where: { id: 1 }, data: { ...input, changedAt } })
    await record(tx, { type: 'settings.changed', actor, expires: ['all'] })
  })
}
