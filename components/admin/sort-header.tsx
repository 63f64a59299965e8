import { ArrowDown } from 'lucide-react'
import Link from 'next/link'
import { listingAddress } from '@/components/admin/listing-address'
import type { DeskListing, DeskSort } from '@/domain/posts/desk-queries'

type Props = { listing: DeskListing; sort: DeskSort; label: string; className?: string }

export function SortHeader({ listing, sort, label, className = '' }: Props) {
  const active = listing.sort === sort
  const order = sort === 'title' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={active ? order : undefined} className={`py-1.5 font-medium ${className}`}>
      <Link
        href={listingAddress(listing, { sort })}
        className={`inline-flex items-center gap-1 rounded-sm hover:text-ink ${active ? 'text-ink' : ''}`}
      >
        {label}
        {active && <ArrowDown aria-hidden className={`size-3 ${sort === 'title' ? 'rotate-180' : ''}`} />}
      </Link>
    </th>
  )
}
