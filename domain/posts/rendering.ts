import { z } from 'zod'
import { render } from '@/domain/markdown/pool'
import { linksOf } from '@/domain/links/written'
import { RENDERER_VERSION, type Heading, type Noticed } from '@/domain/markdown/rendered'
import { sizesOfPictures } from '@/domain/media/queries'
import { pathOf } from '@/domain/posts/post'
import { staleWithRendering } from '@/domain/posts/stale'
import { db, transaction } from '@/lib/db'
import { expire } from '@/lib/depends'
import { Refusal } from '@/lib/errors'

export type RenderedRevision = { html: string; problem: string | null; noticed: Noticed }

/**
 * The stored HTML of a revision; made now when it is missing or older than the renderer. `problem` says why a text was
 * refused; its HTML is then what can safely be shown instead. Refuses with `conflict` when the revision is gone by then.
 */
export async function ensureRendered(revisionId: string): Promise<RenderedRevision> {
  const rendered = await renderIfKept(revisionId)
  if (rendered !== null) return rendered
  throw new Refusal('conflict', 'This version has been saved over. Look at the newer text first.')
}

/** The same; null when the revision is gone, as an autosave is that a newer one has replaced. */
export async function renderIfKept(revisionId: string): Promise<RenderedRevision | null> {
  const stored = await db.revision.findUnique({
    where: { id: revisionId },
    select: {
      postId: true, slug: true, body: true, math: true, html: true, renderProblem: true, rendererVersion: true, noticed: true,
      post: { select: { kind: true, language: true } },
    }, // prettier-ignore
  })
  if (stored === null) return null
  if (stored.html !== null && isRendered(stored))
    return { html: stored.html, problem: stored.renderProblem, noticed: noticedOf(stored.noticed) }
  const media = await sizesOfPictures(stored.body)
  const rendered = await render(stored.body, {
    media,
    math: stored.math === 'dollars' ? 'dollars' : 'double',
  })
  const isKept = await transaction(async (tx) => {
    const { count } = await tx.revision.updateMany({
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
        noticed: rendered.noticed satisfies Noticed,
        links: linksOf(rendered.noticed, pathOf({ ...stored.post, slug: stored.slug })),
      },
    })
    if (count > 0) await expire(tx, staleWithRendering(stored.postId))
    return count > 0
  })
  if (!isKept) return null
  return { html: rendered.html, problem: rendered.problem, noticed: rendered.noticed }
}

const noticedShape = z.object({
  links: z.array(z.object({ href: z.string(), text: z.string(), line: z.number() })),
  pictures: z.array(z.object({ src: z.string(), alt: z.string(), line: z.number() })),
  media: z.array(z.object({ src: z.string(), line: z.number() })),
  dropped: z.array(z.object({ name: z.string(), line: z.number() })),
  unmade: z.array(z.object({ text: z.string(), line: z.number() })),
  ids: z.array(z.string()),
})

/** What was stored of a revision that this renderer made. */
export function noticedOf(stored: unknown): Noticed {
  return noticedShape.parse(stored)
}

/** Whether the stored HTML is there and as this renderer makes it. */
export function isRendered({ rendererVersion }: { rendererVersion: number | null }): boolean {
  return rendererVersion === RENDERER_VERSION
}

type PendingOptions = { isStopped?: () => boolean; onProgress?: (done: number, total: number) => void }

/**
 * Renders every live or scheduled text that has no HTML of this renderer yet, newest first; ends early when `isStopped`.
 * A few at a time, so that whoever waits for a page or a preview is not last in a long queue.
 */
export async function renderPending({ isStopped, onProgress }: PendingOptions = {}): Promise<void> {
  const pending = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id::text AS id FROM publication p JOIN revision r ON r.id = p.revision_id
    WHERE (p.visible_until IS NULL OR p.visible_until > now()) AND r.renderer_version IS DISTINCT FROM ${RENDERER_VERSION}
    ORDER BY p.date DESC`
  for (let done = 0; done < pending.length && isStopped?.() !== true; done += AT_ONCE) {
    await Promise.all(pending.slice(done, done + AT_ONCE).map(({ id }) => ensureRendered(id)))
    onProgress?.(Math.min(done + AT_ONCE, pending.length), pending.length)
  }
}

const AT_ONCE = 4
