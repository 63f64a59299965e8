import { render } from '@/domain/markdown/pool'
import { RENDERER_VERSION, type Heading } from '@/domain/markdown/rendered'
import { sizesOfPictures } from '@/domain/media/queries'
import { staleWith } from '@/domain/posts/stale'
import { db } from '@/lib/db'
import { expire } from '@/lib/depends'

export type RenderedRevision = { html: string; problem: string | null }

/**
 * The stored HTML of a revision; made now when it is missing or older than the renderer. `problem` says why a text was
 * refused; its HTML is then what can safely be shown instead.
 */
export async function ensureRendered(revisionId: string): Promise<RenderedRevision> {
  const stored = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { postId: true, body: true, math: true, html: true, renderProblem: true, rendererVersion: true },
  })
  if (stored.html !== null && stored.rendererVersion === RENDERER_VERSION) {
    return { html: stored.html, problem: stored.renderProblem }
  }
  const media = await sizesOfPictures(stored.body)
  const rendered = await render(stored.body, {
    media,
    math: stored.math === 'dollars' ? 'dollars' : 'double',
  })
  await db.$transaction(async (tx) => {
    await tx.revision.update({
      where: { id: revisionId },
      data: {
        html: rendered.html,
        headings: rendered.toc satisfies Heading[],
        text: rendered.text,
        excerpt: rendered.excerpt,
        words: rendered.words,
        readingMinutes: rendered.readingMinutes,
        renderProblem: rendered.problem,
        rendererVersion: RENDERER_VERSION,
      },
    })
    await expire(tx, staleWith({ id: stored.postId }))
  })
  return { html: rendered.html, problem: rendered.problem }
}

/**
 * Renders up to `limit` live or scheduled texts that have no HTML of this renderer yet, newest first.
 * Returns how many there were; fewer than `limit` means that all are done.
 */
export async function renderPending(limit: number): Promise<number> {
  const pending = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id::text AS id, p.date FROM publication p JOIN revision r ON r.id = p.revision_id
    WHERE (p.visible_until IS NULL OR p.visible_until > now()) AND r.renderer_version IS DISTINCT FROM ${RENDERER_VERSION}
    ORDER BY p.date DESC LIMIT ${limit}`
  await Promise.all(pending.map(({ id }) => ensureRendered(id)))
  return pending.length
}
