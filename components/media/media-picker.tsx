'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { MediaThumbnail } from '@/components/media/media-thumbnail'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/control-style'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { LibraryItem, LibraryKind } from '@/domain/media/library'
import type { Answer } from '@/lib/answer'

export type ListFiles = (input: {
  after: string | null
  kind: LibraryKind
  q: string
}) => Promise<Answer<{ items: LibraryItem[]; next: string | null }>>

type Props = {
  kind: LibraryKind
  list: ListFiles
  onChoose: (item: LibraryItem) => void
  onClose: () => void
}

const PAUSE = 250

/** The files that are there already, the newest first, to choose one of. */
export function MediaPicker({ kind, list, onChoose, onClose }: Props) {
  const [q, setQ] = useState('')
  const [items, setItems] = useState<LibraryItem[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function load(after: string | null, isCurrent = () => true) {
    const answer = await list({ after, kind, q })
    if (!isCurrent()) return
    setTrouble(answer.ok ? null : answer.sentence)
    if (!answer.ok) return
    setItems((before) => [...(after === null ? [] : (before ?? [])), ...answer.value.items])
    setNext(answer.value.next)
  }
  const begin = useEffectEvent((isCurrent: () => boolean) => void load(null, isCurrent).catch(reportError))
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => begin(() => current), q === '' ? 0 : PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [q])

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Choose a file" width="wide">
      <input
        type="search"
        aria-label="Search by name or description"
        placeholder="Search by name or description"
        value={q}
        maxLength={200}
        onChange={(event) => setQ(event.target.value)}
        className={`${controlStyle} mb-3`}
      />
      {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
      {items === null && trouble === null && (
        <p role="status" className="py-10 text-center text-muted">
          Looking for the files…
        </p>
      )}
      {items !== null && items.length === 0 && (
        <p className="py-10 text-center text-muted">
          {q === ''
            ? 'Nothing is here yet. Upload a file first.'
            : 'No file is called or described like that.'}
        </p>
      )}
      <ul className="grid min-h-40 grid-cols-2 gap-2 sm:grid-cols-4">
        {items?.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => onChoose(item)}
              className="flex w-full flex-col gap-1 rounded-lg border border-line p-1.5 text-left hover:bg-hover"
            >
              <MediaThumbnail media={item} />
              <span className="w-full truncate text-[0.8125rem]">{item.fileName}</span>
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p className="pt-3 text-center">
          <Button onClick={() => void load(next)}>Older files</Button>
        </p>
      )}
    </Dialog>
  )
}
