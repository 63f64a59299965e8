import { render } from '@/domain/markdown/pool'
import { sizesOfPictures } from '@/domain/media/queries'
import { type Actor, allow, canCreatePost } from '@/domain/permissions'

export type Preview = { html: string; problem: string | null; words: number; readingMinutes: number }

/** A text as readers would see it, by the pipeline that makes their pages. */
export async function previewText(
  actor: Actor,
  { body, math }: { body: string; math: 'double' | 'dollars' },
): Promise<Preview> {
  allow(canCreatePost(actor))
  const { html, problem, words, readingMinutes } = await render(body, {
    media: await sizesOfPictures(body),
    math,
  })
  return { html, problem, words, readingMinutes }
}
