'use client'

import { useEffect, useState } from 'react'
import type { DeskTitle } from '@/domain/posts/desk-titles'
import type { Answer } from '@/lib/answer'

export type FindTitles = (words: string) => Promise<Answer<DeskTitle[]>>

const PAUSE = 120

/** Posts with these words in their title, those changed last when there are none; of two answers the later question's counts. */
export function useTitles(find: FindTitles, words: string): DeskTitle[] {
  const [titles, setTitles] = useState<DeskTitle[]>([])
  useEffect(() => {
    let current = true
    async function ask() {
      const answer = await find(words)
      if (current && answer.ok) setTitles(answer.value)
    }
    const timer = setTimeout(() => void ask().catch(reportError), words === '' ? 0 : PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [find, words])
  return titles
}
