import { render } from '@/domain/markdown/pool'
import { sizesOfPictures } from '@/domain/media/queries'
import { type Actor, allow, canCreatePost } from '@/domain/permissions'
import { createLoadLimiter, spend } from '@/lib/rate-limit'

export type Preview = { html: string; problem: string | null; words: number; readingMinutes: number }

/** Per person, not per address: a newsroom shares one. The editor itself asks at most once a second. */
const previews = createLoadLimiter({ points: 60, seconds: 60 })

/** A text as readers would see it, by the pipeline that makes their pages. 60 in a minute per person, then `too-many`. */
export async function previewText(
  actor: Actor,
  { body, math }: { body: string; math: 'double' | 'dollars' },
): Promise<Preview> {
  allow(canCreatePost(actor))
  await spend(previews, actor.id ?? actor.name)
  const { html, problem, words, readingMinutes } = await render(body, {
    media: await sizesOfPictures(body),
    math,
    lines: true,
  })
  return { html, problem, words, readingMinutes }
}
