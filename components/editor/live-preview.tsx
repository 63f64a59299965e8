'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import type { Manuscript } from '@/components/editor/keeping/manuscript'
import { replaceChanged } from '@/components/editor/replace-changed'
import { afterPause } from '@/components/editor/text/after-pause'
import { Notice } from '@/components/ui/notice'
import type { Preview } from '@/domain/posts/preview'
import type { PostContent } from '@/domain/posts/schema'

const PAUSE = 400
/** Of milliseconds between two previews: the server makes 60 in a minute for one person. */
const LEAST_DISTANCE = 1_050
type Props = {
  fields: Omit<PostContent, 'body'>
  manuscript: Manuscript
  preview: EditorActions['preview']
  /** Nobody looks: nothing is asked for. */
  hidden: boolean
}

/** The text as readers will see it, made by the pipeline that makes their pages; what came last stays until the next is there. */
export function LivePreview({ fields, manuscript, preview, hidden }: Props) {
  const { math, title, subtitle, featuredImage, featuredImageAlt } = fields
  const prose = useRef<HTMLDivElement>(null)
  const { shown, trouble } = usePreview({ math, manuscript, preview, hidden, prose })

  return (
    <section aria-label="Preview" className="mx-auto max-w-[42rem]">
      {trouble !== null && <Notice tone="warn">{trouble}</Notice>}
      <h2 className="font-serif text-4xl leading-[1.1] font-semibold tracking-tight text-balance wrap-break-word">
        {title === '' ? <span className="text-muted">Untitled</span> : title}
      </h2>
      {subtitle !== null && <p className="mt-3 font-slanted text-xl text-muted italic">{subtitle}</p>}
      {shown !== null && (
        <p className="mt-3 text-xs text-muted">
          {shown.words === 1 ? '1 word' : `${shown.words.toLocaleString('en')} words`}, {shown.readingMinutes}{' '}
          min read
        </p>
      )}
      {featuredImage !== null && (
        <img
          key={featuredImage}
          src={featuredImage}
          alt={featuredImageAlt ?? ''}
          className="mt-6 aspect-video w-full bg-canvas object-cover text-xs text-muted"
        />
      )}
      <div ref={prose} className="prose mt-7 font-serif text-lg leading-[1.6] wrap-break-word" />
    </section>
  )
}

type Asking = Pick<Props, 'manuscript' | 'preview' | 'hidden'> & {
  math: PostContent['math']
  prose: RefObject<HTMLDivElement | null>
}

/** Asks for a preview when the keys rest, never while one is on its way. */
function usePreview({ math, manuscript, preview, hidden, prose }: Asking) {
  const [shown, setShown] = useState<Preview | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const askedAt = useRef(-Infinity)

  useEffect(() => {
    if (hidden) return
    const { written } = manuscript
    let [current, busy, again] = [true, false, false]
    async function show() {
      const rest = askedAt.current + LEAST_DISTANCE - performance.now()
      again = busy || rest > 0
      if (busy) return
      if (rest > 0) return wait.begin()
      busy = true
      askedAt.current = performance.now()
      const answer = await askServer(() => preview({ body: written.content.body, math }))
      busy = false
      if (!current) return
      setTrouble(answer.ok ? answer.value.problem : `No preview: ${answer.sentence}`)
      if (answer.ok) setShown(answer.value)
      if (answer.ok && prose.current !== null) replaceChanged(prose.current, answer.value.html)
      if (again) wait.begin()
    }
    const wait = afterPause(PAUSE, () => void show())
    const stop = written.watchBody(wait.begin)
    wait.begin()
    return () => {
      current = false
      stop()
      wait.cancel()
    }
  }, [math, manuscript, preview, hidden, prose])

  return { shown, trouble }
}
