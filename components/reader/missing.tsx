import type { ReactNode } from 'react'
import type { ListedPost } from '@/domain/posts/listed-post'
import { PageHeading } from '@/components/reader/page-heading'
import { PostList } from '@/components/reader/post-list'
import { SearchForm } from '@/components/reader/search-form'
import type { Locale } from '@/lib/day'

type MissingProps = { title: string; posts: ListedPost[]; locale: Locale; children: ReactNode }

/** Where no page is: a sentence, a search and the newest posts. */
export function Missing({ title, posts, locale, children }: MissingProps) {
  return (
    <div className="frame">
      <PageHeading title={title}>
        <p>{children}</p>
        <SearchForm query="" />
      </PageHeading>
      <PostList posts={posts} locale={locale} />
    </div>
  )
}
