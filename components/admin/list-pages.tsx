import Link from 'next/link'
import { listingAddress } from '@/components/admin/listing-address'
import { buttonStyle } from '@/components/ui/button-style'
import type { DeskListing } from '@/domain/posts/desk-queries'

type Props = { listing: DeskListing; pages: number; total: number }

export function ListPages({ listing, pages, total }: Props) {
  const { page } = listing
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 py-4 text-muted">
      <p>
        {total === 1 ? '1 post' : `${total} posts`}
        {pages > 1 && `, page ${page} of ${pages}`}
      </p>
      <div className="flex gap-2">
        {page > 1 && (
          <Link href={listingAddress(listing, { page: page - 1 })} className={buttonStyle({ size: 'small' })}>
            Previous
          </Link>
        )}
        {page < pages && (
          <Link href={listingAddress(listing, { page: page + 1 })} className={buttonStyle({ size: 'small' })}>
            Next
          </Link>
        )}
      </div>
    </nav>
  )
}
