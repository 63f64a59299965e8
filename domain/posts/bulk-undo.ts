import { z } from 'zod'
import { record } from '@/domain/events/commands'
import type { EventType } from '@/domain/events/event'
import type { Actor } from '@/domain/permissions'
import { type BulkResult, forEachPost } from '@/domain/posts/bulk'
import { type Moved, type Undoable, undoable } from '@/domain/posts/bulk-notes'
import { changeLabels, type Labels, sameLabels } from '@/domain/posts/labels'
import { reopenPost } from '@/domain/posts/reopen'
import { restorePost, trashPost } from '@/domain/posts/trash'
import { db, transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const acted = z.object({ act: z.string(), notes: z.array(undoable) })

/**
 * Takes an act on many posts back: each is what it was before, with whatever was written in it meanwhile. A post that something
 * else happened to stays as it is and is named. Only whoever did the act can take it back.
 */
export async function undoBulk(actor: Actor, handle: string): Promise<Omit<BulkResult, 'undo'>> {
  const event = await db.event.findFirst({
    where: { id: BigInt(handle), type: 'posts.changed', actorId: actor.id },
    select: { data: true },
  })
  if (event === null) throw new Refusal('not-found', 'There is nothing to take back.')
  const { act, notes } = acted.parse(event.data)
  const byId = new Map(notes.map((note) => [note.id, note]))
  let done = 0
  const refused = await forEachPost(actor, [...byId.keys()], async (id) => {
    const note = byId.get(id)
    if (note === undefined) return
    await takeBack(actor, act, note)
    done += 1
  })
  await transaction((tx) => record(tx, { type: 'posts.undone', actor, data: { event: handle } }))
  return { done, refused }
}

async function takeBack(actor: Actor, act: string, note: Undoable): Promise<void> {
  if (note.is === 'filed') return refile(actor, note)
  await expectUntouched(note)
  const { id } = note
  if (act === 'restore') return trashPost(actor, id)
  if (act === 'trash') await restorePost(actor, id)
  if (note.publications.length > 0 || note.submittedAt !== null)
    await reopenPost(actor, { id, standing: note })
}

/** The labels of before, when they are still what the act made of them. */
async function refile(actor: Actor, note: { id: string; before: Labels; after: Labels }): Promise<void> {
  await changeLabels(actor, {
    id: note.id,
    change: (labels) => {
      if (sameLabels(labels, note.after)) return note.before
      throw new Refusal('conflict', 'It was filed differently meanwhile and stays as it is.')
    },
  })
}

/** What is typed meanwhile, and what the clock tells the world of, does not keep a post from going back. */
const HARMLESS: EventType[] = ['post.saved', 'post.appeared', 'post.changed', 'post.withdrawn']

/** The act itself is the one thing that happened to the post since. */
async function expectUntouched({ id, since }: Moved): Promise<void> {
  const happened = await db.event.count({
    where: { postId: id, id: { gt: BigInt(since) }, type: { notIn: HARMLESS } },
  })
  if (happened !== 1) throw new Refusal('conflict', 'It was changed meanwhile and stays as it is.')
}
