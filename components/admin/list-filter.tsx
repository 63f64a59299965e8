'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { listingAddress } from '@/components/admin/listing-address'
import { controlStyle } from '@/components/ui/control-style'
import type { DeskPerson } from '@/domain/posts/desk-names'
import type { DeskListing } from '@/domain/posts/desk-queries'

type Props = { listing: DeskListing; tags: { name: string; slug: string }[]; people: DeskPerson[] }

const PAUSE = 300

/** Narrows the list while one types; without scripts the form sends itself on Enter. */
export function ListFilter({ listing, tags, people }: Props) {
  const router = useRouter()
  const [q, setQ] = useState(listing.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const go = (change: Partial<DeskListing>) => router.replace(listingAddress(listing, { q, ...change }))

  useEffect(() => () => clearTimeout(timer.current), [])
  function search(text: string) {
    setQ(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go({ q: text }), PAUSE)
  }

  return (
    <form role="search" action="/admin/posts" className="flex flex-wrap gap-2">
      <div className="relative min-w-0 flex-[1_1_16rem]">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          type="search"
          name="q"
          aria-label="Search by title"
          placeholder="Search by title"
          value={q}
          onChange={(event) => search(event.target.value)}
          className={`${controlStyle} pl-8`}
        />
      </div>
      <Choice label="Tag" all="Any tag" value={listing.tag} options={tags} onChange={(tag) => go({ tag })} />
      {people.length > 1 && (
        <Choice
          label="Author"
          all="Any author"
          value={listing.author}
          options={people}
          onChange={(author) => go({ author })}
        />
      )}
    </form>
  )
}

type ChoiceProps = {
  label: string
  all: string
  value: string
  options: { name: string; slug: string }[]
  onChange: (slug: string) => void
}

/** The browser's own list: it stays quick with a thousand names. */
function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${controlStyle} flex-[1_1_8rem] md:max-w-44`}
    >
      <option value="">{all}</option>
      {options.map(({ name, slug }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  )
}
