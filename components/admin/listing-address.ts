import type { DeskListing } from '@/domain/posts/desk-queries'

const DEFAULTS: Record<string, string> = { status: 'all', sort: 'changed', kind: 'any' }

/** The address of the list with some of its parameters changed; another list begins at its first page. */
export function listingAddress(listing: DeskListing, change: Partial<DeskListing>): string {
  const query = new URLSearchParams(shownOf({ ...listing, after: null, before: null, ...change })).toString()
  return query === '' ? '/admin/posts' : `/admin/posts?${query}`
}

/** The parameters that stand in an address: those that are not as usual. */
export function shownOf({ reverse, after, before, ...words }: DeskListing): [string, string][] {
  const all: [string, string][] = [
    ...Object.entries(words),
    ['reverse', reverse ? '1' : ''],
    ['after', after === null ? '' : `${after.key}_${after.id}`],
    ['before', before === null ? '' : `${before.key}_${before.id}`],
  ]
  return all.filter(([key, value]) => value !== (DEFAULTS[key] ?? ''))
}

/** Whether anything but the state narrows the list. */
export function isNarrowed({ q, tag, series, author, kind }: DeskListing): boolean {
  return q !== '' || tag !== '' || series !== '' || author !== '' || kind !== 'any'
}
