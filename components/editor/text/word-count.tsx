'use client'

import { useEffect, useState } from 'react'
import type { Manuscript } from '@/components/editor/keeping/manuscript'
import { afterPause } from '@/components/editor/text/after-pause'
import { countWords } from '@/components/editor/text/count-words'

const PAUSE = 500

/** How long the text is, counted when the keys rest. */
export function WordCount({ manuscript }: { manuscript: Manuscript }) {
  const { written } = manuscript
  const [words, setWords] = useState(() => countWords(written.content.body))

  useEffect(() => {
    const count = afterPause(PAUSE, () => setWords(countWords(written.content.body)))
    const stop = written.watchBody(count.begin)
    return () => {
      stop()
      count.cancel()
    }
  }, [written])

  return (
    <p className="mt-3 border-t border-line pt-2 text-xs text-muted tabular-nums">
      {words === 1 ? '1 word' : `${words.toLocaleString('en')} words`}
    </p>
  )
}
