import { render } from '@/domain/markdown/pool'
import { RENDERER_VERSION } from '@/domain/markdown/rendered'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

export type RenderedNote = { note: string; html: string; rendererVersion: number }

/** A note as readers will see it: inline Markdown by the one pipeline. Before the transaction, because rendering may take its time. */
export async function renderNote(note: string): Promise<RenderedNote> {
  const { html, problem } = await render(note, { inline: true })
  if (problem !== null)
    throw new Refusal('invalid', `The note cannot be shown: ${problem}`, { field: 'correction' })
  return { note, html: html.trim(), rendererVersion: RENDERER_VERSION }
}

/**
 * Keeps a note with the revision it is about, inside the transaction that gives readers that revision: now or later. It is shown
 * from the moment they first see the revision, and never when they do not.
 */
export async function keepCorrection(
  tx: Tx,
  { postId, revisionId, ...rendered }: RenderedNote & { postId: string; revisionId: string },
): Promise<void> {
  if ((await tx.livePublication.count({ where: { postId } })) === 0)
    throw new Refusal('invalid', 'Readers do not see this post: there is nothing to correct.', {
      field: 'correction',
    })
  await tx.correction.upsert({
    where: { revisionId },
    create: { postId, revisionId, ...rendered },
    update: rendered,
  })
}
