'use client'

import { useEffect, useRef, useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import { Notice } from '@/components/ui/notice'
import type { Preview } from '@/domain/posts/preview'
import type { PostContent } from '@/domain/posts/schema'

const PAUSE = 400
/** Of milliseconds between two previews: the server makes 60 in a minute for one person. */
const LEAST_DISTANCE = 1_050
type Props = { content: PostContent; preview: EditorActions['preview'] }

/** The text as readers will see it, made by the pipeline that makes their pages; what came last stays until the next is there. */
export function LivePreview({ content, preview }: Props) {
  const { body, math, title, subtitle, featuredImage, featuredImageAlt } = content
  const [shown, setShown] = useState<Preview | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const askedAt = useRef(-Infinity)

  useEffect(() => {
    let current = true
    async function show() {
      askedAt.current = performance.now()
      const answer = await askServer(() => preview({ body, math }))
      if (!current) return
      setTrouble(answer.ok ? answer.value.problem : `No preview: ${answer.sentence}`)
      if (answer.ok) setShown(answer.value)
    }
    const rest = askedAt.current + LEAST_DISTANCE - performance.now()
    const timer = setTimeout(() => void show(), Math.max(PAUSE, rest))
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [body, math, preview])

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
      {shown !== null && (
        <div
          className="prose mt-7 font-serif text-lg leading-[1.6] wrap-break-word"
          dangerouslySetInnerHTML={{ __html: shown.html }}
        />
      )}
    </section>
  )
}
