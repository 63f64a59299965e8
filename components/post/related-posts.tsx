import type { RelatedPost } from '@/domain/posts/related'
import { Day } from '@/components/reader/day'
import type { Locale } from '@/lib/day'

/** What else to read, by what it has in common with the post above. */
export function RelatedPosts({ posts, locale }: { posts: RelatedPost[]; locale: Locale }) {
  if (posts.length === 0) return null
  return (
    <section className="related" aria-labelledby="related-posts">
      <h2 className="label" id="related-posts">
        Related
      </h2>
      <ul>
        {posts.map(({ path, title, date, language }) => (
          <li key={path}>
            <a href={path} lang={language ?? undefined} dir="auto">
              {title}
            </a>
            <span className="label">
              <Day date={date} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
