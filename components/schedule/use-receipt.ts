'use client'

import { useEffect, useState } from 'react'
import type { PostReceipt } from '@/domain/schedule/post-receipt'
import type { Answer } from '@/lib/answer'

export type LoadReceipt = (postId: string) => Promise<Answer<PostReceipt | null>>

/** Something is told within a second or not for a while, so it is asked for ever more seldom. */
const PAUSES_MS = [0, 700, 1_500, 3_000, 6_000, 12_000, 30_000]

/** The receipt of a post, asked for anew with every change of its `state` until it is whole. */
export function useReceipt(postId: string, state: string, load: LoadReceipt): PostReceipt | null {
  const [receipt, setReceipt] = useState<PostReceipt | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let left = false
    async function ask(turn: number) {
      // Without a connection there is nothing to show, and the next turn comes.
      const answer = await load(postId).catch(() => null)
      if (left) return
      const found = answer?.ok === true ? answer.value : null
      if (found !== null) setReceipt(found)
      const isWhole = found !== null && found.steps.every(({ milliseconds }) => milliseconds !== null)
      const pause = PAUSES_MS[turn + 1]
      // The receipt of a change comes a moment after it: the first whole one may be that of the change before.
      if (pause !== undefined && (turn < 2 || !isWhole)) timer = setTimeout(() => void ask(turn + 1), pause)
    }
    timer = setTimeout(() => void ask(0), PAUSES_MS[0])
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [postId, state, load])
  return receipt
}
