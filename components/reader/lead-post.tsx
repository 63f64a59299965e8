import type { PostSummary } from '@/domain/posts/live-post'
import { Day } from '@/components/reader/day'
import { PostPicture } from '@/components/post/post-picture'
import type { Locale } from '@/lib/day'

/** The post that opens the home page. */
export function LeadPost({ post, locale }: { post: PostSummary; locale: Locale }) {
  const picture = post.featuredImage ?? post.thumbnail
  return (
    <article className={picture === null ? 'lead' : 'lead lead-with-picture'}>
      {picture !== null && <PostPicture src={picture} className="lead-picture" />}
      <div className="lead-text" dir="auto">
        <h2 className="lead-title">
          <a href={post.path}>{post.title}</a>
        </h2>
        {post.subtitle !== null && <p className="lead-subtitle">{post.subtitle}</p>}
        <p className="lead-summary">{post.summary}</p>
        <p className="label lead-day">
          <Day date={post.date} locale={locale} />
          {post.readingMinutes !== null && <span> · {post.readingMinutes} min read</span>}
        </p>
      </div>
    </article>
  )
}
