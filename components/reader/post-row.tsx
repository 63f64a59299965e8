import type { ReactNode } from 'react'
import { Day } from '@/components/reader/day'
import type { Locale } from '@/lib/day'

type PostRowProps = {
  post: { path: string; title: string; date: Date; language: string | null }
  locale: Locale
  summary: ReactNode
  children?: ReactNode
}

/** A post in a list: day, title and what `summary` says of it, and then whatever stands beside. */
export function PostRow({ post, locale, summary, children }: PostRowProps) {
  return (
    <article className="post-row">
      <p className="post-row-day label">
        <Day date={post.date} locale={locale} />
      </p>
      <div className="post-row-text" dir="auto" lang={post.language ?? undefined}>
        <h2 className="post-row-title">
          <a href={post.path}>{post.title}</a>
        </h2>
        <p className="post-row-summary">{summary}</p>
      </div>
      {children}
    </article>
  )
}
