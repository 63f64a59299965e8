import { keepCorrection, renderNote } from '@/domain/corrections/commands'
import { record } from '@/domain/events/commands'
import { type Actor, allow, canPublishPost, canSubmitPost } from '@/domain/permissions'
import { expectVersion, findPost } from '@/domain/posts/find'
import { expectAbsence } from '@/domain/posts/absence'
import { keepTimeline, loadTimeline } from '@/domain/posts/keep-timeline'
import { launch, showHead } from '@/domain/posts/launch'
import { endPublications } from '@/domain/posts/publications'
import { ensureShowable } from '@/domain/posts/showable'
import { staleWithPlace, staleWithText } from '@/domain/posts/stale'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type OnVersion = { id: string; version: number }

/**
 * Readers see this version at once. An empty date becomes now, one that has passed stays, one that lies ahead becomes now. Changes
 * that are scheduled stay.
 */
export async function publishPost(actor: Actor, { id, version }: OnVersion): Promise<void> {
  await ensureShowable({ actor, id, version })
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    expectVersion(post, version)
    const { now } = post
    const date = post.date !== null && post.date <= now ? post.date : now
    await launch(tx, { post, date, zone: post.dateZone, now })
    await record(tx, {
      type: 'post.published',
      actor,
      postId: id,
      data: { version },
      expires: await staleWithPlace(tx, post.id),
    })
  })
}

/**
 * Readers see this version from `date` on; a date that has passed means at once, dated then. A live post that is given a date
 * ahead leaves the site until then; one that is given another past date keeps the text that readers see. Changes that are
 * scheduled for later stay; one that would come before the post goes live is refused.
 */
export async function schedulePost(
  actor: Actor,
  input: OnVersion & { date: Date; zone: string },
): Promise<void> {
  await ensureShowable({ actor, ...input })
  await transaction(async (tx) => {
    const post = await findPost(tx, input.id)
    allow(canPublishPost(actor, post))
    expectVersion(post, input.version)
    await launch(tx, { post, date: input.date, zone: input.zone, now: post.now })
    const data = { version: input.version, date: input.date.toISOString(), zone: input.zone }
    await record(tx, {
      type: 'post.scheduled',
      actor,
      postId: post.id,
      data,
      expires: await staleWithPlace(tx, post.id),
    })
  })
}

/** `announce` moves `updated` in feeds; `correction` tells readers what was mended, in a line of inline Markdown. */
type Update = OnVersion & { announce: boolean; correction?: string | null; dropAhead?: boolean }

/**
 * What was saved since becomes what readers see, or will see when the post is scheduled. Changes that are scheduled for later stay,
 * and replace this text when they come; `dropAhead` takes them away.
 */
export async function updatePost(actor: Actor, { correction = null, ...input }: Update): Promise<void> {
  await ensureShowable({ actor, ...input })
  const note = correction === null || !input.announce ? null : await renderNote(correction)
  await transaction(async (tx) => {
    const post = await findPost(tx, input.id)
    allow(canPublishPost(actor, post))
    expectVersion(post, input.version)
    await showHead(tx, { post, now: post.now, ...input })
    if (note !== null) await keepCorrection(tx, { ...note, postId: post.id, revisionId: post.head.id })
    await record(tx, {
      type: 'post.updated',
      actor,
      postId: post.id,
      data: { ...input, corrected: note !== null },
      expires: await staleWithText(tx, post.id),
    })
  })
}

/** Takes a post from readers at once, or its schedule away. The date stays. */
export async function unpublishPost(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    await endPublications(tx, id, post.now)
    await tx.post.update({ where: { id }, data: { draft: true } })
    await record(tx, {
      type: 'post.unpublished',
      actor,
      postId: id,
      expires: await staleWithPlace(tx, post.id),
    })
  })
}

type Leaving = { id: string; expiresAt: Date | null; returnsAt?: Date | null; zone?: string | null }

/**
 * The post leaves the site at `expiresAt` (410 from then on); null means never. A moment that has passed means at once. From
 * `returnsAt` on readers see it again, with the text that they would see by then had it never left. `zone` is the one in which
 * both were chosen. Refused while a change is scheduled for the time in between.
 */
export async function expirePost(actor: Actor, { id, expiresAt, ...rest }: Leaving): Promise<void> {
  const absence = { expiresAt, returnsAt: rest.returnsAt ?? null }
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    const { now } = post
    const timeline = await loadTimeline(tx, post, now)
    expectAbsence(absence, { post, timeline, now })
    await tx.post.update({ where: { id }, data: { ...absence, expiresZone: rest.zone ?? null } })
    await keepTimeline(tx, { post, timeline, absence, now })
    const data = {
      expiresAt: expiresAt?.toISOString() ?? null,
      returnsAt: absence.returnsAt?.toISOString() ?? null,
    }
    await record(tx, {
      type: 'post.redated',
      actor,
      postId: id,
      data,
      expires: await staleWithPlace(tx, post.id),
    })
  })
}

/** A contributor's way to publishing: editors see it in the desk. */
export async function submitPost(actor: Actor, { id, version }: OnVersion): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canSubmitPost(actor, post))
    expectVersion(post, version)
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    await tx.post.update({ where: { id }, data: { submittedAt: post.now } })
    await record(tx, { type: 'post.submitted', actor, postId: id, data: { version } })
  })
}
