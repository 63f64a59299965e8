import { type Actor, allow, canReadPost } from '@/domain/permissions'
import { compareContents, type FieldChange } from '@/domain/posts/compare'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type OfChange = { id: string; change: string }

/** What readers will see otherwise once a scheduled change comes: field by field, against the text that it takes the place of. */
export async function compareChange(actor: Actor, { id, change }: OfChange): Promise<FieldChange[]> {
  const post = await db.post.findUnique({ where: { id }, select: { ...ownable, publications } })
  if (post === null || post.head === null) throw new Refusal('not-found', 'There is no such post.')
  allow(canReadPost(actor, { ...post, bylineIds: post.head.bylines.map(({ personId }) => personId) }))
  const at = post.publications.findIndex((publication) => publication.id === change)
  const [before, after] = [post.publications[at - 1], post.publications[at]]
  if (before === undefined || after === undefined)
    throw new Refusal('conflict', 'This change is not ahead any more: it has come, or somebody cancelled it.')
  const texts = await db.revision.findMany({
    where: { id: { in: [before.revisionId, after.revisionId] } },
    select: revisionContent,
  })
  const textOf = ({ revisionId }: { revisionId: string }) => texts.filter((text) => text.id === revisionId)
  const [[old], [young]] = [textOf(before), textOf(after)]
  if (old === undefined || young === undefined) throw new Error('a publication has no revision')
  const people = await db.person.findMany({
    where: { id: { in: [...old.bylines, ...young.bylines].map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  const nameOf = (person: string) => people.find((each) => each.id === person)?.name ?? 'Somebody who is gone'
  return compareContents(contentOf(post.kind, old), contentOf(post.kind, young), nameOf)
}

const ownable = {
  kind: true,
  draft: true,
  createdById: true,
  head: { select: { bylines: { select: { personId: true } } } },
} as const
const publications = {
  select: { id: true, revisionId: true },
  orderBy: { visibleFrom: 'asc' },
} as const
