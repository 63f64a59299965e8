import { type Actor, allow, canChangeBylines, canCreatePost } from '@/domain/permissions'
import { db } from '@/lib/db'

export type DeskPerson = { id: string; name: string; slug: string }
/** What a form suggests. People only for those who may choose bylines. */
export type DeskNames = { tags: DeskName[]; series: DeskName[]; people: DeskPerson[] }
export type DeskName = { name: string; slug: string }

/** Every tag, series and person that a post can name, by name. */
export async function listDeskNames(actor: Actor): Promise<DeskNames> {
  allow(canCreatePost(actor))
  const [tags, series, people] = await Promise.all([
    db.tag.findMany({ select: { name: true, slug: true }, orderBy: { folded: 'asc' } }),
    db.series.findMany({ select: { name: true, slug: true }, orderBy: { folded: 'asc' } }),
    canChangeBylines(actor)
      ? db.person.findMany({ select: { id: true, name: true, slug: true }, orderBy: { name: 'asc' } })
      : [],
  ])
  return { tags, series, people }
}
