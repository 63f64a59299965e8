import type { ListedPost } from '@/domain/posts/listed-post'
import { PostRow } from '@/components/reader/post-row'
import { PostPicture } from '@/components/post/post-picture'
import type { Locale } from '@/lib/day'

/** As the style sheet has it. */
const SIZES = '(width >= 640px) 160px, 96px'

/** A calm list: day, title and beginning of each post, with its thumbnail. */
export function PostList({ posts, locale }: { posts: ListedPost[]; locale: Locale }) {
  return (
    <ol className="post-list">
      {posts.map((post) => (
        <li key={post.id}>
          <Listed post={post} locale={locale} />
        </li>
      ))}
    </ol>
  )
}

function Listed({ post, locale }: { post: ListedPost; locale: Locale }) {
  const picture = post.thumbnail ?? post.featuredImage
  const srcset = post.thumbnail === null ? post.featuredSrcset : post.thumbnailSrcset
  return (
    <PostRow post={post} locale={locale} summary={post.summary}>
      {picture !== null && (
        <PostPicture src={picture} srcset={srcset} sizes={SIZES} className="post-row-picture" lazy />
      )}
    </PostRow>
  )
}
