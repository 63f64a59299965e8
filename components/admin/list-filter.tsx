'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { FilterChoice } from '@/components/admin/filter-choice'
import { listingAddress, shownOf } from '@/components/admin/listing-address'
import { buttonStyle } from '@/components/ui/button-style'
import { controlStyle } from '@/components/ui/control-style'
import type { DeskNames } from '@/domain/posts/desk-names'
import type { DeskListing } from '@/domain/posts/desk-queries'

type Props = { listing: DeskListing; names: DeskNames }

const PAUSE = 300
const KINDS = [
  { slug: 'post', name: 'Posts' },
  { slug: 'page', name: 'Pages' },
]

/** Narrows the list while one types; without scripts it is a form that is sent. */
export function ListFilter({ listing, names }: Props) {
  const router = useRouter()
  const [q, setQ] = useState(listing.q)
  const [asked, setAsked] = useState(listing.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const go = (change: Partial<DeskListing>) => router.replace(listingAddress(listing, { q, ...change }))

  const field = useRef<HTMLInputElement>(null)
  const searchEarly = useEffectEvent(() => {
    const typed = field.current?.value ?? ''
    if (typed !== listing.q) search(typed)
  })

  // What was typed before the script of the page had come counts, too.
  useEffect(() => {
    searchEarly()
    return () => clearTimeout(timer.current)
  }, [])
  // Another list was opened by a link, with other words or none: the field says so, unless somebody types in it.
  if (asked !== listing.q) {
    setAsked(listing.q)
    if (q === asked) setQ(listing.q)
  }
  function search(text: string) {
    setQ(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go({ q: text }), PAUSE)
  }

  const fields = ['q', 'tag', 'series', 'author', 'kind', 'after', 'before']
  return (
    <form
      role="search"
      action="/admin/posts"
      onSubmit={(event) => {
        event.preventDefault()
        clearTimeout(timer.current)
        go({ q })
      }}
      className="flex flex-wrap gap-2"
    >
      {shownOf(listing)
        .filter(([key]) => !fields.includes(key))
        .map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
      <div className="relative min-w-0 flex-[1_1_14rem]">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          ref={field}
          type="search"
          name="q"
          aria-label="Search by title"
          aria-keyshortcuts="/"
          placeholder="Search by title"
          value={q}
          maxLength={200}
          onChange={(event) => search(event.target.value)}
          className={`${controlStyle} pl-8`}
        />
      </div>
      <FilterChoice
        name="tag"
        all="Any tag"
        value={listing.tag}
        options={names.tags}
        onChange={(tag) => go({ tag })}
      />
      <FilterChoice
        name="series"
        all="Any series"
        value={listing.series}
        options={names.series}
        onChange={(series) => go({ series })}
      />
      <FilterChoice
        name="author"
        all="Any author"
        value={listing.author}
        options={names.people.length > 1 ? names.people : []}
        onChange={(author) => go({ author })}
      />
      <FilterChoice
        name="kind"
        all="Any kind"
        value={listing.kind === 'any' ? '' : listing.kind}
        options={KINDS}
        onChange={(kind) => go({ kind: kind === 'post' || kind === 'page' ? kind : 'any' })}
      />
      <noscript>
        <button type="submit" className={buttonStyle()}>
          Search
        </button>
      </noscript>
    </form>
  )
}
