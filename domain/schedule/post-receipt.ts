import { type Actor, allow, canReadPost } from '@/domain/permissions'
import { STEPS, type Step } from '@/domain/schedule/receipts'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** What became of the last change that readers were shown: how long after its moment it was seen or told where. */
export type PostReceipt = {
  did: 'appeared' | 'changed' | 'left'
  due: Date
  /** Milliseconds after `due`; null while it is waited for. */
  steps: { step: Step; milliseconds: number | null }[]
  /** What is wrong with what is waited for, once it was tried. */
  reason: string | null
}

const DID: Record<string, PostReceipt['did']> = { 'post.appeared': 'appeared', 'post.changed': 'changed' }

/** The receipt of the last change that readers were shown; null when there was none, or it is too long ago. */
export async function getPostReceipt(actor: Actor, postId: string): Promise<PostReceipt | null> {
  await expectReadable(actor, postId)
  const receipt = await db.receipt.findFirst({
    where: { postId },
    orderBy: { eventId: 'desc' },
    select: { eventId: true, type: true, due: true, steps: { select: { step: true, doneAt: true } } },
  })
  if (receipt === null) return null
  const { due, steps, type } = receipt
  const shown = STEPS.flatMap((step) => {
    const row = steps.find((one) => one.step === step)
    if (row === undefined) return []
    return [
      { step, milliseconds: row.doneAt === null ? null : Math.max(0, row.doneAt.getTime() - due.getTime()) },
    ]
  })
  const isOpen = shown.some(({ milliseconds }) => milliseconds === null)
  return {
    did: DID[type] ?? 'left',
    due,
    steps: shown,
    reason: isOpen ? await findReason(receipt.eventId) : null,
  }
}

async function expectReadable(actor: Actor, postId: string): Promise<void> {
  const post = await db.post.findUnique({
    where: { id: postId },
    select: { createdById: true, draft: true, head: { select: { bylines: { select: { personId: true } } } } },
  })
  if (post === null) throw new Refusal('not-found', 'There is no such post.')
  const bylineIds = post.head?.bylines.map(({ personId }) => personId) ?? []
  allow(canReadPost(actor, { ...post, bylineIds }))
}

async function findReason(event: bigint): Promise<string | null> {
  const [row] = await db.$queryRaw<{ reason: string }[]>`
    SELECT last_error AS reason FROM graphile_worker._private_jobs
    WHERE payload ->> 'event' = ${String(event)} AND last_error IS NOT NULL ORDER BY attempts DESC LIMIT 1`
  return row?.reason ?? null
}
