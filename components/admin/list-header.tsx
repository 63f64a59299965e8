import Link from 'next/link'
import { ListFilter } from '@/components/admin/list-filter'
import { listingAddress } from '@/components/admin/listing-address'
import type { DeskNames } from '@/domain/posts/desk-names'
import type { DeskFilter, DeskListing } from '@/domain/posts/desk-queries'

const states: [DeskFilter, string][] = [
  ['all', 'All'],
  ['draft', 'Drafts'],
  ['planned', 'Planned'],
  ['scheduled', 'Scheduled'],
  ['live', 'Live'],
  ['expired', 'Expired'],
  ['submitted', 'For review'],
  ['trashed', 'Trash'],
]

type Props = {
  listing: DeskListing
  counts: Record<DeskFilter, number>
  names: DeskNames
  /** Whether this person looks after what others submit. */
  reviews: boolean
}

/** States that hold most posts always have their tab; the rare ones while they hold any. */
const usual: DeskFilter[] = ['all', 'draft', 'scheduled', 'live']

export function ListHeader({ listing, counts, names, reviews }: Props) {
  const shown = states.filter(
    ([status]) =>
      usual.includes(status) ||
      counts[status] > 0 ||
      listing.status === status ||
      (reviews && status === 'submitted'),
  )
  return (
    <div className="mb-3 flex flex-col gap-4">
      <nav aria-label="Posts by status" className="-mx-4 overflow-x-auto px-4">
        <ul className="flex min-w-max gap-1 border-b border-line">
          {shown.map(([status, label]) => (
            <li key={status}>
              <Link
                href={listingAddress(listing, { status })}
                aria-current={listing.status === status ? 'page' : undefined}
                className="-mb-px flex items-center gap-1.5 border-b-2 border-transparent px-2 py-2 font-medium text-muted -outline-offset-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
              >
                {label}
                <span className="text-xs font-normal text-muted tabular-nums">{counts[status]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ListFilter listing={listing} names={names} />
    </div>
  )
}
