import { keepCorrection, renderNote } from '@/domain/corrections/commands'
import { record } from '@/domain/events/commands'
import { type Actor, allow, canPublishPost, canSubmitPost } from '@/domain/permissions'
import { expectVersion, findPost, type FoundPost } from '@/domain/posts/find'
import { endPublications, findPublication, setPublication } from '@/domain/posts/publications'
import { ensureRendered } from '@/domain/posts/rendering'
import { staleWithPlace, staleWithText } from '@/domain/posts/stale'
import { db, type Tx } from '@/lib/db'
import { databaseNow } from '@/lib/dates'
import { Refusal } from '@/lib/errors'

type OnVersion = { id: string; version: number }

/** Readers see this version at once. An empty date becomes now, one that has passed stays, one that lies ahead becomes now. */
export async function publishPost(actor: Actor, { id, version }: OnVersion): Promise<void> {
  await prepare(actor, { id, version })
  await db.$transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    expectVersion(post, version)
    const now = await databaseNow(tx)
    const date = post.date !== null && post.date <= now ? post.date : now
    await goLive(tx, { post, date, zone: post.dateZone, from: now })
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
 * ahead leaves the site until then.
 */
export async function schedulePost(
  actor: Actor,
  input: OnVersion & { date: Date; zone: string },
): Promise<void> {
  await prepare(actor, input)
  await db.$transaction(async (tx) => {
    const post = await findPost(tx, input.id)
    allow(canPublishPost(actor, post))
    expectVersion(post, input.version)
    const now = await databaseNow(tx)
    if (input.date > now) await endPublications(tx, post.id, now)
    await goLive(tx, { post, date: input.date, zone: input.zone, from: input.date > now ? input.date : now })
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
type Update = OnVersion & { announce: boolean; correction?: string | null }

/** What was saved since becomes what readers see, or will see when the post is scheduled. */
export async function updatePost(actor: Actor, { correction = null, ...input }: Update): Promise<void> {
  await prepare(actor, input)
  const note = correction === null || !input.announce ? null : await renderNote(correction)
  await db.$transaction(async (tx) => {
    const post = await findPost(tx, input.id)
    allow(canPublishPost(actor, post))
    expectVersion(post, input.version)
    const now = await databaseNow(tx)
    const current = await findPublication(tx, post.id, now)
    if (current === null)
      throw new Refusal('invalid', 'This post is neither live nor scheduled. Publish it instead.')
    const updated = input.announce && current.visibleFrom <= now ? now : current.updated
    const from = current.visibleFrom > now ? current.visibleFrom : now
    await setPublication(tx, { post, revision: post.head, from, date: current.date, updated })
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
  await db.$transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    await endPublications(tx, id, await databaseNow(tx))
    await tx.post.update({ where: { id }, data: { draft: true } })
    await record(tx, {
      type: 'post.unpublished',
      actor,
      postId: id,
      expires: await staleWithPlace(tx, post.id),
    })
  })
}

/** The post leaves the site at `expiresAt` (410 from then on); null means never. A moment that has passed means at once. */
export async function expirePost(
  actor: Actor,
  { id, expiresAt }: { id: string; expiresAt: Date | null },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    if (expiresAt !== null && post.date !== null && expiresAt <= post.date) {
      throw new Refusal('invalid', 'The post would leave the site before it goes live.', {
        field: 'expiresAt',
      })
    }
    const now = await databaseNow(tx)
    const last = await tx.publication.findFirst({ where: { postId: id }, orderBy: { visibleFrom: 'desc' } })
    await tx.post.update({ where: { id }, data: { expiresAt } })
    if (last !== null && !post.draft && post.trashedAt === null) {
      const revision = await tx.revision.findUniqueOrThrow({
        where: { id: last.revisionId },
        select: { id: true, slug: true },
      })
      const ended = last.visibleUntil !== null && last.visibleUntil <= now
      const from = last.visibleFrom > now || !ended ? last.visibleFrom : now
      if (expiresAt !== null && expiresAt <= now) await endPublications(tx, id, now)
      else
        await setPublication(tx, {
          post: { ...post, expiresAt },
          revision,
          from,
          date: last.date,
          updated: last.updated,
        })
      // A scheduled change that would come after the expiry never comes, and the text before it ends with the post.
      if (expiresAt !== null && expiresAt > now) await endPublications(tx, id, expiresAt)
    }
    const data = { expiresAt: expiresAt?.toISOString() ?? null }
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
  await db.$transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canSubmitPost(actor, post))
    expectVersion(post, version)
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    await tx.post.update({ where: { id }, data: { submittedAt: await databaseNow(tx) } })
    await record(tx, { type: 'post.submitted', actor, postId: id, data: { version } })
  })
}

type Launch = { post: FoundPost; date: Date; zone: string | null; from: Date }

async function goLive(tx: Tx, { post, date, zone, from }: Launch): Promise<void> {
  if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
  if (post.head.title === '')
    throw new Refusal('invalid', 'A post needs a title before readers see it.', { field: 'title' })
  if (post.expiresAt !== null && post.expiresAt <= from) {
    throw new Refusal(
      'invalid',
      'The post would have left the site before it goes live. Change the expiry first.',
      { field: 'expiresAt' },
    )
  }
  await tx.post.update({
    where: { id: post.id },
    data: { draft: false, date, dateZone: zone, submittedAt: null },
  })
  await setPublication(tx, { post, revision: post.head, from, date, updated: null })
}

/**
 * Renders before the transaction, so that readers never wait for it and a text that cannot be shown never goes live. What is wrong
 * with a text is only for those who may publish it.
 */
async function prepare(actor: Actor, { id, version }: OnVersion): Promise<void> {
  await db.$transaction(async (tx) => allow(canPublishPost(actor, await findPost(tx, id))))
  const revision = await db.revision.findUnique({
    where: { postId_number: { postId: id, number: version } },
    select: { id: true },
  })
  if (revision === null) return
  const { problem } = await ensureRendered(revision.id)
  if (problem !== null)
    throw new Refusal('invalid', `The text cannot be shown: ${problem}`, { field: 'body' })
}
