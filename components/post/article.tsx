import type { LivePost, Neighbour } from '@/domain/posts/queries'
import type { RelatedPost } from '@/domain/posts/related'
import { ArticleHeader } from '@/components/post/article-header'
import { AudioPlayer } from '@/components/post/audio-player'
import { Corrections } from '@/components/post/corrections'
import { Neighbours } from '@/components/post/neighbours'
import { RelatedPosts } from '@/components/post/related-posts'
import { SeriesBox, type SeriesWithParts } from '@/components/post/series-box'
import { FoldedContents, MarginContents } from '@/components/post/table-of-contents'
import { TagLinks } from '@/components/post/tag-links'
import type { Locale } from '@/lib/day'

const FEWEST_HEADINGS = 3

type ArticleProps = {
  post: LivePost
  locale: Locale
  series: SeriesWithParts[]
  related: RelatedPost[]
  neighbours: { newer: Neighbour | null; older: Neighbour | null } | null
  /** A link that is meant for a few is not offered for passing on. */
  shareable?: boolean
}

/** A post as a printed page; a static page has no day, tags or neighbours. */
export function Article({ post, locale, series, related, neighbours, shareable = true }: ArticleProps) {
  const headings = post.headings.filter(({ depth }) => depth < 4)
  const contents = post.toc && headings.length >= FEWEST_HEADINGS ? headings : []
  return (
    <article className="article frame">
      <ArticleHeader post={post} locale={locale} />
      <div className="article-body">
        {contents.length > 0 && <MarginContents headings={contents} />}
        <div className="article-text">
          {contents.length > 0 && <FoldedContents headings={contents} />}
          {post.audio !== null && <AudioPlayer src={post.audio} title={post.title} />}
          {/* The reader's script works on what it finds; only in development does React look again. */}
          <div
            className="prose"
            lang={post.language ?? undefined}
            dir="auto"
            dangerouslySetInnerHTML={{ __html: post.html }}
            suppressHydrationWarning
          />
          <Corrections corrections={post.corrections} locale={locale} />
          <footer className="article-end">
            {post.tags.length > 0 && <TagLinks tags={post.tags} />}
            {shareable && (
              <button type="button" className="share label" data-share="" hidden suppressHydrationWarning>
                Share
              </button>
            )}
          </footer>
          {series.map((one) => (
            <SeriesBox key={one.slug} series={one} postId={post.id} />
          ))}
          <RelatedPosts posts={related} locale={locale} />
        </div>
      </div>
      {neighbours !== null && <Neighbours newer={neighbours.newer} older={neighbours.older} />}
    </article>
  )
}
