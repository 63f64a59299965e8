import { z } from 'zod'
import type { RevisionAct } from '@/generated/prisma/browser'
import { momentInWords } from '@/lib/times-in-words'

const revisionActs: Record<RevisionAct, string> = {
  created: 'Begun', saved: 'Saved', published: 'Published', scheduled: 'Scheduled', updated: 'Updated', submitted: 'Submitted for review',
  restored: 'Restored', imported: 'Imported', duplicated: 'Begun as a copy',
} // prettier-ignore

/** What made a version, without who and when. */
export function revisionInWords(act: RevisionAct): string {
  return revisionActs[act]
}

/** What was done to a post, without who and when. Times that it names are told in `zone`, else in the zone they were chosen in. */
export function actInWords({ type, data }: { type: string; data: unknown }, zone: string): string {
  const facts = actFacts.parse(data)
  const at = (moment: Date) => momentInWords(moment, facts.zone ?? zone)
  if (type === 'post.scheduled' && facts.date) return `Scheduled for ${at(facts.date)}`
  if (type === 'post.redated')
    return facts.expiresAt ? `Leaves the site ${at(facts.expiresAt)}` : 'No longer leaves the site'
  if (type === 'post.updated') return facts.announce ? 'Updated, readers are told' : 'Updated quietly'
  if (type === 'post.pinned') return facts.pinned ? 'Pinned to the home page' : 'Unpinned'
  if (type === 'post.reverted' && facts.from)
    return `${facts.what ?? 'All'} brought back from version ${facts.from}`
  return acts[type] ?? spelled(type)
}

const acts: Record<string, string> = {
  'post.submitted': 'Submitted for review',
  'post.published': 'Published',
  'post.scheduled': 'Scheduled',
  'post.unpublished': 'Taken back to draft',
  'post.trashed': 'Moved to the trash',
  'post.restored': 'Taken out of the trash',
  'post.shared': 'Shared for review',
  'post.unshared': 'Review link ended',
}

const actFacts = z
  .object({
    date: z.coerce.date(),
    zone: z.string(),
    expiresAt: z.coerce.date().nullable(),
    announce: z.boolean(),
    pinned: z.boolean(),
    from: z.number(),
    what: z.string(),
  })
  .partial()
  .catch({})

/** `post.sent_back` as `Sent back`: an act that has no words yet is told all the same. */
function spelled(type: string): string {
  const name = type.slice(type.indexOf('.') + 1).replaceAll(/[-_.]/g, ' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
