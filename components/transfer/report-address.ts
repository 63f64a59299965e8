import type { ReportListing } from '@/domain/transfer/import-schema'

/** The address of a report with some of its parameters changed; another list begins at its first page. */
export function reportAddress(id: string, listing: ReportListing, change: Partial<ReportListing>): string {
  const { q, show, page } = { ...listing, page: 1, ...change }
  const query = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(show === 'all' ? {} : { show }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return `/admin/transfer/${id}${query === '' ? '' : `?${query}`}`
}
