import { ArrowDown } from 'lucide-react'
import Link from 'next/link'
import { listingAddress } from '@/components/admin/listing-address'
import type { DeskListing, DeskSort } from '@/domain/posts/desk-queries'

type Props = { listing: DeskListing; sort: DeskSort; label: string; className?: string }

/** Sorts by its column; pressed again, the other way round. */
export function SortHeader({ listing, sort, label, className = '' }: Props) {
  const active = listing.sort === sort
  const isUp = (sort === 'title') !== listing.reverse
  const order = isUp ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={active ? order : undefined} className={`py-1.5 font-medium ${className}`}>
      <Link
        href={listingAddress(listing, { sort, reverse: active && !listing.reverse })}
        className={`inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink ${active ? 'text-ink' : ''}`}
      >
        {label}
        {active && <ArrowDown aria-hidden className={`size-3 ${isUp ? 'rotate-180' : ''}`} />}
      </Link>
    </th>
  )
}
