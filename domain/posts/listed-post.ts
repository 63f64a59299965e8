import { srcsetsOf } from '@/domain/media/queries'
import type { PostSummary } from '@/domain/posts/live-post'

/** A post in a list with the widths that its two pictures come in, where they are ours. */
export type ListedPost = PostSummary & { featuredSrcset: string | null; thumbnailSrcset: string | null }

export async function withSrcsets(posts: PostSummary[]): Promise<ListedPost[]> {
  const srcsets = await srcsetsOf(posts.flatMap(({ featuredImage, thumbnail }) => [featuredImage, thumbnail]))
  const srcsetFor = (address: string | null) => (address === null ? null : (srcsets.get(address) ?? null))
  return posts.map((post) => ({
    ...post,
    featuredSrcset: srcsetFor(post.featuredImage),
    thumbnailSrcset: srcsetFor(post.thumbnail),
  }))
}
