import { ExternalLink, Pencil } from 'lucide-react'
import type { LinkHere, LinksHere } from '@/domain/links/queries'

/** The posts that lead here: where in each, and the way to change it. */
export function LinksHereList({ posts, total }: LinksHere) {
  return (
    <>
      <ul aria-label="Posts that link here" className="divide-y divide-line rounded-md border border-line">
        {posts.map((post) => (
          <Row key={post.id} {...post} />
        ))}
      </ul>
      {total > posts.length && (
        <p className="text-[0.8125rem] text-muted">{`and ${total - posts.length} more`}</p>
      )}
    </>
  )
}

const look =
  'inline-flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-hover [&_svg]:size-4'

function Row({ id, title, path, places, edit }: LinkHere) {
  return (
    <li className="flex items-center gap-1 py-1.5 pr-1.5 pl-3">
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p className="font-medium">{title}</p>
        <p className="text-[0.8125rem] text-muted">
          {places.slice(0, 3).map(placeInWords).join(', ')}
          {places.length > 3 && `, and ${places.length - 3} more`}
        </p>
      </div>
      <a
        href={path}
        target="_blank"
        rel="noreferrer"
        aria-label={`View “${title}” in a new tab`}
        className={look}
      >
        <ExternalLink aria-hidden />
      </a>
      {edit && (
        <a
          href={`/admin/posts/${id}`}
          target="_blank"
          rel="noreferrer"
          aria-label={`Edit “${title}” in a new tab`}
          className={look}
        >
          <Pencil aria-hidden />
        </a>
      )}
    </li>
  )
}

function placeInWords({ text, line }: LinkHere['places'][number]): string {
  return text === '' ? `line ${line}` : `“${text}” in line ${line}`
}

/** `3 posts link here`. */
export function countLinks(total: number): string {
  return total === 1 ? '1 post links here' : `${total} posts link here`
}
