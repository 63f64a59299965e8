import {
  type Actor,
  allow,
  canChangeBylines,
  canDeletePost,
  canEditPost,
  canPublishPost,
  canReadPost,
  canTrashPost,
} from '@/domain/permissions'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { type AheadChange, findCourse } from '@/domain/posts/course'
import { DESK_FACTS, type DeskFacts } from '@/domain/posts/desk-queries'
import { isSlugOf, pathOf, type PostStatus } from '@/domain/posts/post'
import type { PostContent } from '@/domain/posts/schema'
import { statusSentence } from '@/domain/posts/status-sentence'
import { UNPUBLISHED } from '@/domain/posts/unpublished'
import { getSettings } from '@/domain/settings/queries'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** Everything the desk shows about a post besides its text. Times are instants; `zone` is the one to tell them in. */
export type DeskState = {
  id: string
  kind: 'post' | 'page'
  version: number
  slug: string
  path: string
  status: PostStatus
  sentence: string
  now: Date
  date: Date | null
  zone: string
  expiresAt: Date | null
  /** When it comes back after it has left. */
  returnsAt: Date | null
  /** The zone in which leaving and coming back were chosen. */
  expiresZone: string
  /** When its writer means to publish it. */
  plannedFor: Date | null
  plannedZone: string
  /** The number of the version that readers see now; null when they see none. */
  shows: number | null
  /** The changes that are scheduled, the next one first. */
  ahead: AheadChange[]
  submitted: boolean
  pinned: boolean
  wasLive: boolean
  unpublishedChanges: number
  /** Their names: a field each, and `text` for each paragraph. */
  changed: string[]
  /** Where readers find it now; null when they do not. */
  livePath: string | null
  may: { edit: boolean; publish: boolean; trash: boolean; delete: boolean; changeBylines: boolean }
}

/** The state of one post as this person may see and change it. */
export async function getDeskState(actor: Actor, id: string): Promise<DeskState> {
  return (await getDeskPost(actor, id)).state
}

/**
 * The state after a save. Its version stays the one that was saved: a newer one, of somebody who was quicker than this look, has
 * words in it that whoever saved has not seen, and would overwrite with the next save.
 */
export async function getStateAsSaved(
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<DeskState> {
  return { ...(await getDeskState(actor, id)), version }
}

/** One post with the text that was saved last. */
export async function getDeskPost(
  actor: Actor,
  id: string,
): Promise<{ state: DeskState; content: PostContent }> {
  const [post, [facts], { shows, ahead }, { timeZone }] = await Promise.all([
    db.post.findUnique({ where: { id }, select: deskPost }),
    db.$queryRaw<(DeskFacts & Seen)[]>`
      SELECT ${DESK_FACTS}, ${UNPUBLISHED} AS changed, (SELECT l.path FROM live_publication l WHERE l.post_id = p.id) AS "livePath"
      FROM post p WHERE p.id = ${id}::uuid`,
    findCourse(id),
    getSettings(),
  ])
  if (post === null || post.head === null || facts === undefined)
    throw new Refusal('not-found', 'There is no such post.')
  const { head, ...identity } = post
  const ownable = { ...identity, bylineIds: head.bylines.map(({ personId }) => personId) }
  allow(canReadPost(actor, ownable))
  const { now, dateZone, submittedAt, trashedAt, nextChange: _nextChange, ...shown } = facts
  const zone = dateZone ?? timeZone
  const expiresZone = identity.expiresZone ?? zone
  const plannedZone = identity.plannedZone ?? zone
  const may = {
    edit: canEditPost(actor, ownable) && trashedAt === null,
    publish: canPublishPost(actor, ownable),
    trash: canTrashPost(actor, ownable),
    delete: canDeletePost(actor, ownable),
    changeBylines: canChangeBylines(actor),
  }
  const { kind, version, pinned, language } = identity
  const state = {
    id, kind, version, pinned, slug: head.slug, path: pathOf({ kind, slug: head.slug, language }), zone, now, may, ...shown,
    submitted: submittedAt !== null, expiresZone, plannedZone, shows,
    ahead: ahead.map((change) => ({ ...change, zone: change.zone ?? zone })),
    sentence: statusSentence(facts, { zone, now }),
  } // prettier-ignore
  const content = contentOf(kind, head)
  // Until readers have seen it, a slug that was made from the title goes on following it.
  const follows = facts.status === 'draft' && !facts.wasLive && isSlugOf(content)
  return { state, content: follows ? { ...content, slug: '' } : content }
}

type Seen = Pick<DeskState, 'changed' | 'livePath'>

const deskPost = {
  id: true,
  kind: true,
  draft: true,
  version: true,
  pinned: true,
  language: true,
  createdById: true,
  expiresZone: true,
  plannedZone: true,
  head: { select: revisionContent },
} as const
