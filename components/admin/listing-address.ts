import type { DeskListing } from '@/domain/posts/desk-queries'

const defaults: Record<string, string> = {
  status: 'all',
  q: '',
  sort: 'changed',
  tag: '',
  author: '',
  page: '1',
}

/** The address of the list with some of its parameters changed; another list begins at its first page. */
export function listingAddress(listing: DeskListing, change: Partial<DeskListing>): string {
  const wanted = Object.entries({ ...listing, page: 1, ...change })
  const shown = wanted
    .map(([key, value]) => [key, String(value)])
    .filter(([key = '', value]) => defaults[key] !== value)
  const query = new URLSearchParams(shown).toString()
  return query === '' ? '/admin/posts' : `/admin/posts?${query}`
}
