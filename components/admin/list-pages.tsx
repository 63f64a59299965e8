import Link from 'next/link'
import { listingAddress } from '@/components/admin/listing-address'
import { buttonStyle } from '@/components/ui/button-style'
import type { DeskList, DeskListing } from '@/domain/posts/desk-queries'

/** Pages follow each other by what they end with, so that a post that is saved meanwhile neither hides nor doubles another. */
export function ListPages({ listing, list }: { listing: DeskListing; list: DeskList }) {
  const { posts, first, total, after, before } = list
  const last = first + posts.length - 1
  const isWhole = after === null && before === null
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 py-4 text-muted">
      <p className="tabular-nums">
        {isWhole ? count(total) : `${number(first)}–${number(last)} of ${count(total)}`}
      </p>
      <div className="flex gap-2">
        {before !== null && (
          <Link href={listingAddress(listing, { before })} className={buttonStyle({ size: 'small' })}>
            Previous
          </Link>
        )}
        {after !== null && (
          <Link href={listingAddress(listing, { after })} className={buttonStyle({ size: 'small' })}>
            Next
          </Link>
        )}
      </div>
    </nav>
  )
}

function count(total: number): string {
  return total === 1 ? '1 post' : `${number(total)} posts`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
