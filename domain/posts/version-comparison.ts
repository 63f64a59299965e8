import { type Actor, allow, canReadPost } from '@/domain/permissions'
import { compareContents, type FieldChange } from '@/domain/posts/compare'
import { contentOf, type RevisionContent, revisionContent } from '@/domain/posts/content'
import { revisionInWords } from '@/domain/posts/history-words'
import { findOwnable } from '@/domain/posts/ownable'
import { emptyContent, type PostContent } from '@/domain/posts/schema'
import { getSettings } from '@/domain/settings/queries'
import type { RevisionAct } from '@/generated/prisma/browser'
import { db } from '@/lib/db'
import { momentInWords } from '@/lib/times-in-words'

export type VersionFacts = { number: number; words: string; by: string | null; when: string }
export type VersionComparison = {
  /** Null before the first version: there was nothing. */
  before: VersionFacts | null
  after: VersionFacts
  changes: FieldChange[]
}

type Wish = {
  id: string
  /** The version that is looked at; null is the newest. One that was saved over stands for the next that is kept. */
  to: number | null
  /** What it is compared with; null is the version before it. */
  from: number | null
}

/** What differs between two versions of a post; null when there are no such versions. */
export async function compareVersions(
  actor: Actor,
  { id, to, from }: Wish,
): Promise<VersionComparison | null> {
  const [post, { timeZone }] = await Promise.all([findOwnable(id), getSettings()])
  allow(canReadPost(actor, post))
  const after = await db.revision.findFirst({
    where: { postId: id, number: { gte: to ?? post.version } },
    orderBy: { number: 'asc' },
    select: wholeRevision,
  })
  if (after === null) return null
  const before = await db.revision.findFirst({
    where: { postId: id, number: from === null ? { lt: after.number } : { gte: from } },
    orderBy: { number: from === null ? 'desc' : 'asc' },
    select: wholeRevision,
  })
  const names = await namesOf([...(before?.bylines ?? []), ...after.bylines].map(({ personId }) => personId))
  const content = (revision: RevisionContent | null): PostContent =>
    revision === null ? { ...emptyContent, kind: post.kind } : contentOf(post.kind, revision)
  const nameOf = (person: string) => names.get(person) ?? 'Somebody who is gone'
  const changes = await compareContents(content(before), content(after), nameOf)
  const zone = post.dateZone ?? timeZone
  return { before: before === null ? null : factsOf(before, zone), after: factsOf(after, zone), changes }
}

const wholeRevision = { ...revisionContent, act: true, at: true, by: { select: { name: true } } } as const
type Revision = RevisionContent & { act: RevisionAct; at: Date; by: { name: string } | null }

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function factsOf({ number, act, at, by }: Revision, zone: string): VersionFacts {
  return { number, words: revisionInWords(act), by: by?.name ?? null, when: momentInWords(at, zone) }
}
