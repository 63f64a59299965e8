'use client'

import type { PostEditing } from '@/components/editor/use-post-editor'
import { GrowingText } from '@/components/ui/growing-text'

/** Title, subtitle and text: a sheet of paper with nothing around it. */
export function WritingArea({ editing }: { editing: PostEditing }) {
  const { content, change, state, errorOf } = editing
  const readOnly = state !== null && !state.may.edit
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col px-4 py-6 md:px-8">
      <GrowingText
        label="Title"
        placeholder="Title"
        value={content.title}
        onChange={(title) => change({ title: title.replaceAll('\n', ' ') })}
        error={errorOf('title')}
        readOnly={readOnly}
        autoFocus={state === null}
        look="text-[1.75rem] leading-tight font-semibold tracking-tight"
      />
      <GrowingText
        label="Subtitle"
        placeholder="Subtitle"
        value={content.subtitle ?? ''}
        onChange={(subtitle) => change({ subtitle: subtitle.replaceAll('\n', ' ') || null })}
        error={errorOf('subtitle')}
        readOnly={readOnly}
        look="mt-1 text-lg text-muted"
      />
      <GrowingText
        label="Text in Markdown"
        placeholder="Write in Markdown"
        value={content.body}
        onChange={(body) => change({ body })}
        error={errorOf('body')}
        readOnly={readOnly}
        look="mt-5 min-h-[60dvh] font-mono text-base leading-7 sm:text-[0.9375rem]"
      />
    </div>
  )
}
