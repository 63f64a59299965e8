import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import type { DeskListing } from '@/domain/posts/desk-queries'

const sentences: Record<DeskListing['status'], string> = {
  all: 'Nothing is written yet.',
  draft: 'There are no drafts.',
  planned: 'No draft is planned for a time.',
  scheduled: 'Nothing is scheduled.',
  live: 'Nothing is live.',
  expired: 'Nothing has expired.',
  submitted: 'Nothing waits for review.',
  trashed: 'The trash is empty.',
}

export function EmptyList({ listing }: { listing: DeskListing }) {
  const narrowed = listing.q !== '' || listing.tag !== '' || listing.author !== ''
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed border-line px-4 py-16 text-center">
      <p className="text-muted">{narrowed ? 'No post fits this search.' : sentences[listing.status]}</p>
      {narrowed ? (
        <Link href="/admin/posts" className={buttonStyle()}>
          Show all posts
        </Link>
      ) : (
        listing.status !== 'trashed' && (
          <Link href="/admin/posts/new" className={buttonStyle()}>
            Write a post
          </Link>
        )
      )}
    </div>
  )
}
