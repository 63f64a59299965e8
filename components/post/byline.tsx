import { Fragment } from 'react'
import type { Named } from '@/domain/posts/live-post'

/** “By Ada, Ben and Cleo”, each a link. */
export function Byline({ authors }: { authors: Named[] }) {
  return (
    <span>
      By{' '}
      {authors.map(({ name, slug }, at) => (
        <Fragment key={slug}>
          {separatorBefore(at, authors.length)}
          <a href={`/authors/${encodeURIComponent(slug)}`} rel="author" className="byline-name">
            {name}
          </a>
        </Fragment>
      ))}
    </span>
  )
}

function separatorBefore(at: number, count: number): string {
  if (at === 0) return ''
  return at === count - 1 ? ' and ' : ', '
}
