import { record } from '@/domain/events/commands'
import { type Actor, allow, canChangeSettings } from '@/domain/permissions'
import type { SettingsInput } from '@/domain/settings/schema'
import { findZoneTimes } from '@/domain/settings/zone-times'
import { databaseNow } from '@/lib/dates'
import { transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/**
 * Changes what the whole site shows; every page is made anew. Another time zone while times lie ahead is refused with `conflict` and
 * these times, until somebody has seen them (`zoneSeen`): they keep their instant.
 */
export async function changeSettings(
  actor: Actor,
  { zoneSeen = false, ...input }: SettingsInput,
): Promise<void> {
  allow(canChangeSettings(actor))
  await transaction(async (tx) => {
    if (!zoneSeen) await expectSameZone(tx, input.timeZone)
    const changedAt = await databaseNow(tx)
    await tx.settings.update({ where: { id: 1 }, data: { ...input, changedAt } })
    await record(tx, { type: 'settings.changed', actor, expires: ['all'] })
  })
}

async function expectSameZone(tx: Tx, timeZone: string): Promise<void> {
  const before = await tx.settings.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } })
  if (before.timeZone === timeZone) return
  const ahead = await findZoneTimes(tx)
  if (ahead.total === 0) return
  const sentence = 'Times lie ahead that would be told by another clock. Look at them, then save again.'
  throw new Refusal('conflict', sentence, { field: 'timeZone', other: ahead })
}
