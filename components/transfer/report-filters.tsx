'use client'

import { Download, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { reportAddress } from '@/components/transfer/report-address'
import { buttonStyle } from '@/components/ui/button-style'
import { controlStyle } from '@/components/ui/control-style'
import type { DeskImport } from '@/domain/transfer/desk-imports'
import type { ReportFilter, ReportListing } from '@/domain/transfer/import-schema'
import { isVerdict, VERDICT_WORDS } from '@/domain/transfer/transfer'

const PAUSE = 300

type Props = { unit: DeskImport; listing: ReportListing }

/** Narrows the report while one types, and saves it as a file. */
export function ReportFilters({ unit, listing }: Props) {
  const router = useRouter()
  const [q, setQ] = useState(listing.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const go = (change: Partial<ReportListing>) =>
    router.replace(reportAddress(unit.id, listing, { q, ...change }))
  useEffect(() => () => clearTimeout(timer.current), [])

  function search(text: string) {
    setQ(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => go({ q: text }), PAUSE)
  }

  return (
    <form
      role="search"
      aria-label="Files of this import"
      className="mb-3 flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        go({})
      }}
    >
      <div className="relative min-w-0 flex-[1_1_16rem]">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          type="search"
          aria-label="Search files and remarks"
          placeholder="Search files and remarks"
          value={q}
          onChange={(event) => search(event.target.value)}
          className={`${controlStyle} pl-8`}
        />
      </div>
      <select
        aria-label="Show"
        value={listing.show}
        onChange={(event) => {
          const show = filtersOf(unit).find(({ value }) => value === event.target.value)?.value ?? 'all'
          go({ show })
        }}
        className={`${controlStyle} flex-[1_1_10rem] sm:max-w-60`}
      >
        {filtersOf(unit).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <div className="flex gap-2">
        <Save id={unit.id} format="csv" label="CSV" />
        <Save id={unit.id} format="json" label="JSON" />
      </div>
    </form>
  )
}

function Save({ id, format, label }: { id: string; format: string; label: string }) {
  return (
    <a
      href={`/admin/transfer/${id}/report?format=${format}`}
      download
      aria-label={`Save the report as ${label}`}
      className={buttonStyle()}
    >
      <Download aria-hidden />
      {label}
    </a>
  )
}

function filtersOf({
  verdicts,
  repaired,
  redirected,
  noted,
}: DeskImport): { value: ReportFilter; label: string }[] {
  const counted = (value: ReportFilter, word: string, count: number) => ({
    value,
    label: `${word} (${count.toLocaleString('en')})`,
  })
  const all = Object.values(verdicts).reduce((sum, count) => sum + count, 0)
  const byVerdict = Object.entries(VERDICT_WORDS).flatMap(([verdict, word]) =>
    isVerdict(verdict) && (verdicts[verdict] ?? 0) > 0
      ? [counted(verdict, word, verdicts[verdict] ?? 0)]
      : [],
  )
  return [
    counted('all', 'All files', all),
    ...byVerdict,
    counted('repaired', 'Repaired', repaired),
    counted('redirected', 'With old addresses', redirected),
    counted('noted', 'With remarks', noted),
  ]
}
