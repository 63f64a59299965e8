import type { LivePost } from '@/domain/posts/queries'
import { Byline } from '@/components/post/byline'
import { CORRECTIONS } from '@/components/post/corrections'
import { PostPicture } from '@/components/post/post-picture'
import { Day } from '@/components/reader/day'
import type { Locale } from '@/lib/day'
import { directionOf } from '@/lib/text-direction'

/** Title, subtitle, who and when, and the featured picture. */
export function ArticleHeader({ post, locale }: { post: LivePost; locale: Locale }) {
  const lang = post.language ?? undefined
  const { title, subtitle, authors, date, updated, readingMinutes, picture } = post
  return (
    <header className="article-header">
      <div className="article-opening" dir="auto">
        <h1 className="article-title" lang={lang}>
          {title}
        </h1>
        {subtitle !== null && subtitle !== title && (
          <p className="article-subtitle" lang={lang}>
            {subtitle}
          </p>
        )}
        {post.kind === 'post' && (
          <p className="article-facts label" dir={directionOf(locale.language)}>
            {authors.length > 0 && <Byline authors={authors} />}
            <span>
              <Day date={date} locale={locale} />
            </span>
            {updated !== null && (
              <span>
                {post.corrections.length > 0 ? (
                  <a className="byline-name" href={`#${CORRECTIONS}`}>
                    Updated
                  </a>
                ) : (
                  'Updated'
                )}{' '}
                <Day date={updated} locale={locale} />
              </span>
            )}
            {readingMinutes !== null && <span>{`${readingMinutes} min read`}</span>}
          </p>
        )}
      </div>
      {picture !== null && <PostPicture {...picture} className="article-picture" />}
    </header>
  )
}
