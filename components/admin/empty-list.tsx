import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import { isNarrowed, listingAddress } from '@/components/admin/listing-address'
import type { DeskFilter, DeskListing } from '@/domain/posts/desk-queries'

/** What is not there, and what there is to do about it. */
const sentences: Record<DeskFilter, string> = {
  all: 'Nothing is written yet. Begin with a first post; readers see it when you publish it.',
  draft: 'There are no drafts. What you begin stays here until you publish it.',
  planned: 'No draft is planned for a time. Open one and plan it from its publish panel.',
  scheduled: 'Nothing is scheduled. Choose “At a time” when you publish a post, and it waits here.',
  live: 'Nothing is live. Open a draft and press Publish.',
  expired: 'Nothing has expired. A post with a date at which it leaves the site comes here then.',
  submitted: 'Nothing waits for review. What contributors submit comes here.',
  trashed: 'The trash is empty. What you move to the trash can be restored from here.',
}
const ELSEWHERE: DeskFilter[] = ['expired', 'submitted', 'trashed']

const EVERYTHING = { q: '', tag: '', series: '', author: '', kind: 'any' } as const

export function EmptyList({ listing }: { listing: DeskListing }) {
  const isFurther = listing.after !== null || listing.before !== null
  const narrowed = isNarrowed(listing)
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed border-line px-4 py-16 text-center">
      <p className="max-w-md text-balance text-muted">
        {narrowed || isFurther ? 'No post fits this search.' : sentences[listing.status]}
      </p>
      {narrowed || isFurther || ELSEWHERE.includes(listing.status) ? (
        <Link
          href={narrowed ? listingAddress(listing, EVERYTHING) : '/admin/posts'}
          className={buttonStyle()}
        >
          {narrowed ? 'Show without the search' : 'Show all posts'}
        </Link>
      ) : (
        <Link href="/admin/posts/new" className={buttonStyle()}>
          Write a post
        </Link>
      )}
    </div>
  )
}
