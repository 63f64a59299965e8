'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { doneInWords, undoneInWords } from '@/components/admin/bulk-words'
import { useToast } from '@/components/ui/toast'
import type { BulkResult } from '@/domain/posts/bulk'
import type { DeskRow } from '@/domain/posts/desk-queries'
import type { BulkInput } from '@/domain/posts/schema'
import type { Answer } from '@/lib/answer'

export type BulkActions = {
  act: (input: BulkInput) => Promise<Answer<BulkResult>>
  undo: (handle: string) => Promise<Answer<Omit<BulkResult, 'undo'>>>
}

/** Does an act to many posts, says what became of it, and takes it back when asked. */
export function useBulk({ posts, act, undo }: BulkActions & { posts: DeskRow[] }) {
  const router = useRouter()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [handle, setHandle] = useState<string | null>(null)

  async function run(input: BulkInput): Promise<string | null> {
    setBusy(true)
    const answer = await act(input)
    setBusy(false)
    if (!answer.ok) return answer.sentence
    router.refresh()
    const { done, refused, undo: again } = answer.value
    setHandle(again)
    const isFiled = 'names' in input || 'people' in input
    const isSeen = posts.some(({ id, status }) => input.ids.includes(id) && status === 'live')
    const text = [
      ...refused,
      ...(isFiled && isSeen && done > 0 ? ['Readers see it when a live post is updated.'] : []),
    ].join(' ')
    toast({
      title: doneInWords(input.act, done),
      stays: refused.length > 0,
      ...(text === '' ? {} : { text }),
      ...(again === null ? {} : { action: { label: 'Undo', run: () => void takeBack(again) } }),
    })
    return null
  }

  async function takeBack(last: string) {
    setHandle(null)
    const answer = await undo(last)
    router.refresh()
    if (!answer.ok) return toast({ title: answer.sentence })
    const { done, refused } = answer.value
    toast({
      title: undoneInWords(done),
      stays: refused.length > 0,
      ...(refused.length > 0 ? { text: refused.join(' ') } : {}),
    })
  }

  return { busy, run, undoLast: handle === null ? null : () => void takeBack(handle) }
}
