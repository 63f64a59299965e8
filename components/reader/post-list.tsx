import type { ListedPost } from '@/domain/posts/listed-post'
import { Day } from '@/components/reader/day'
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
          <PostRow post={post} locale={locale} />
        </li>
      ))}
    </ol>
  )
}

function PostRow({ post, locale }: { post: ListedPost; locale: Locale }) {
  const picture = post.thumbnail ?? post.featuredImage
  const srcset = post.thumbnail === null ? post.featuredSrcset : post.thumbnailSrcset
  return (
    <article className="post-row">
      <p className="post-row-day label">
        <Day date={post.date} locale={locale} />
      </p>
      <div className="post-row-text" dir="auto" lang={post.language ?? undefined}>
        <h2 className="post-row-title">
          <a href={post.path}>{post.title}</a>
        </h2>
        <p className="post-row-summary">{post.summary}</p>
      </div>
      {picture !== null && (
        <PostPicture src={picture} srcset={srcset} sizes={SIZES} className="post-row-picture" lazy />
      )}
    </article>
  )
}
