import { record } from '@/domain/events/commands'
import { type Actor, allow, canManageTags } from '@/domain/permissions'
import { lockStanding } from '@/domain/posts/stale'
import type { TagChange } from '@/domain/tags/schema'
import { foldName } from '@/domain/tags/tag'
import { transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** Gives a tag another name or description. Its address stays. Refuses a name that another tag has (`conflict`, field `name`). */
export async function changeTag(actor: Actor, { id, name, description }: TagChange): Promise<void> {
  allow(canManageTags(actor))
  await transaction(async (tx) => {
    await lockTags(tx)
    await findTag(tx, id)
    const folded = foldName(name)
    const other = await tx.tag.findFirst({ where: { folded, id: { not: id } }, select: { name: true } })
    if (other !== null) {
      throw new Refusal('conflict', `There is a tag “${other.name}” already. Merge the two instead.`, {
        field: 'name',
      })
    }
    await tx.tag.update({ where: { id }, data: { name, folded, description } })
    await recordChange(tx, actor, { id, change: 'changed' })
  })
}

/** Every text that had the tag `from` has `into` instead, and the address of `from` leads there. */
export async function mergeTags(actor: Actor, { from, into }: { from: string; into: string }): Promise<void> {
  allow(canManageTags(actor))
  await transaction(async (tx) => {
    await lockTags(tx)
    const [old, kept] = [await findTag(tx, from), await findTag(tx, into)]
    await tx.$executeRaw`
      UPDATE revision_tag rt SET tag_id = ${into}::uuid WHERE tag_id = ${from}::uuid AND NOT EXISTS (
        SELECT 1 FROM revision_tag other WHERE other.revision_id = rt.revision_id AND other.tag_id = ${into}::uuid)`
    await tx.tag.delete({ where: { id: from } })
    const target = `/tags/${encodeURIComponent(kept.slug)}`
    const path = `/tags/${encodeURIComponent(old.slug)}`
    // One step from every old address: those that led to the merged tag lead on.
    await tx.address.updateMany({ where: { target: path }, data: { target } })
    await tx.address.upsert({ where: { path }, create: { path, target }, update: { target, postId: null } })
    await recordChange(tx, actor, { id: into, change: 'merged' })
  })
}

/** Takes a tag off every text. */
export async function deleteTag(actor: Actor, id: string): Promise<void> {
  allow(canManageTags(actor))
  await transaction(async (tx) => {
    await lockTags(tx)
    await findTag(tx, id)
    await tx.tag.delete({ where: { id } })
    await recordChange(tx, actor, { id, change: 'deleted' })
  })
}

async function lockTags(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:names'))`
}

async function findTag(tx: Tx, id: string): Promise<{ slug: string }> {
  const tag = await tx.tag.findUnique({ where: { id }, select: { slug: true } })
  if (tag === null) throw new Refusal('not-found', 'There is no such tag.')
  return tag
}

async function recordChange(tx: Tx, actor: Actor, data: { id: string; change: string }): Promise<void> {
  await lockStanding(tx)
  await record(tx, { type: 'tag.changed', actor, data, expires: ['all'] })
}
