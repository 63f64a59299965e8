'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { FieldComparison } from '@/components/history/comparison'
import { historyAddress } from '@/components/history/history-address'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Notice } from '@/components/ui/notice'
import { useToast } from '@/components/ui/toast'
import type { ComparedField, FieldChange } from '@/domain/posts/compare'
import type { VersionFacts } from '@/domain/posts/version-comparison'
import type { Answer, Refused } from '@/lib/answer'
import Link from 'next/link'

type Wish = { id: string; version: number; from: number; fields: ComparedField[] | null }
type Props = {
  id: string
  from: VersionFacts
  newest: number
  changes: FieldChange[]
  restore: (wish: Wish) => Promise<Answer<unknown>>
}

/** What an earlier version would change now; all of it comes back, or what is chosen. */
export function RestoreForm({ id, from, newest, changes, restore }: Props) {
  const router = useRouter()
  const toast = useToast()
  const [left, setLeft] = useState<ReadonlySet<ComparedField>>(new Set())
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const chosen = changes.filter(({ field }) => !left.has(field))
  const back = historyAddress(id, { to: from.number })

  function choose(field: ComparedField, isChosen: boolean) {
    setLeft((before) => new Set([...before].filter((other) => other !== field).concat(isChosen ? [] : field)))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const fields = left.size === 0 ? null : chosen.map(({ field }) => field)
    const answer = await restore({ id, version: newest, from: from.number, fields })
    setBusy(false)
    if (!answer.ok) return setRefused(answer)
    toast({ title: `Version ${from.number} is back as a new version`, text: 'Readers do not see it yet.' })
    router.push(`/admin/posts/${id}`)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <p className="text-muted">
        {`${from.words} by ${from.by ?? 'the command line'}, ${from.when}. `}
        What comes back is a new version; nothing is published and nothing is lost.
      </p>
      {refused !== null && (
        <Notice tone="danger">
          {refused.sentence}{' '}
          {refused.code === 'conflict' && (
            <a href={`/admin/posts/${id}/history/${from.number}`} className="underline underline-offset-2">
              Compare with it
            </a>
          )}
        </Notice>
      )}
      {changes.length === 0 && <p>This version says the same as the newest one.</p>}
      {changes.map((change) => (
        <section
          key={change.field}
          aria-label={change.label}
          className="rounded-lg border border-line bg-surface"
        >
          <label className="flex cursor-pointer items-center gap-2.5 border-b border-line px-4 py-2.5 font-medium">
            <input
              type="checkbox"
              className="size-4 accent-(--desk-accent)"
              checked={!left.has(change.field)}
              onChange={({ target }) => choose(change.field, target.checked)}
            />
            {change.label}
          </label>
          <div className={`px-4 py-3 ${left.has(change.field) ? 'opacity-60' : ''}`}>
            <FieldComparison change={change} />
          </div>
        </section>
      ))}
      <div className="sticky bottom-0 -mx-1 flex flex-wrap gap-2 border-t border-line bg-surface px-1 py-3">
        <Button type="submit" variant="primary" busy={busy} disabled={chosen.length === 0}>
          {labelFor(chosen, changes.length)}
        </Button>
        <Link href={back} className={buttonStyle()}>
          Cancel
        </Link>
      </div>
    </form>
  )
}

function labelFor(chosen: FieldChange[], all: number): string {
  if (chosen.length === all) return 'Restore all of it'
  const [only] = chosen
  return chosen.length === 1 && only !== undefined
    ? `Restore only: ${only.label}`
    : `Restore ${chosen.length} fields`
}
