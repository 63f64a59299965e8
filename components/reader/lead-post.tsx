import type { ListedPost } from '@/domain/posts/listed-post'
import { Day } from '@/components/reader/day'
import { PostPicture } from '@/components/post/post-picture'
import type { Locale } from '@/lib/day'

type LeadPostProps = { post: ListedPost; locale: Locale; motto: string }

/** The post that opens the home page, beside what the site says of itself. */
export function LeadPost({ post, locale, motto }: LeadPostProps) {
  const picture = post.featuredImage ?? post.thumbnail
  const srcset = post.featuredImage === null ? post.thumbnailSrcset : post.featuredSrcset
  return (
    <article className="lead">
      {motto !== '' && (
        <p className="lead-motto" dir="auto">
          {motto}
        </p>
      )}
      {picture !== null && <PostPicture src={picture} srcset={srcset} className="lead-picture" />}
      <p className="label lead-day">
        {post.pinned && <span>Pinned</span>}
        <Day date={post.date} locale={locale} />
        {post.readingMinutes !== null && <span>{`${post.readingMinutes} min read`}</span>}
      </p>
      <div className="lead-text" dir="auto" lang={post.language ?? undefined}>
        <h2 className="lead-title">
          <a href={post.path}>{post.title}</a>
        </h2>
        {post.subtitle !== null && <p className="lead-subtitle">{post.subtitle}</p>}
        <p className="lead-summary">{post.summary}</p>
      </div>
    </article>
  )
}
