import type { Part } from '@/lib/align'

type Props = {
  heading: string
  /** What both versions of the place are made of. */
  parts: Part[]
  /** Which of them are in this version only. */
  own: 'removed' | 'added'
  dimmed: boolean
}

/** One of two versions of a place, with the words that the other one does not have marked, if they have any in common. */
export function ClashVersion({ heading, parts, own, dimmed }: Props) {
  const shown = parts.filter(({ is }) => is === 'same' || is === own)
  const isEmpty = shown.every(({ text }) => text.trim() === '')
  const isMarked = shown.some(({ is, text }) => is === 'same' && text.trim() !== '')
  return (
    <div className="min-w-0">
      <p className="mb-1 text-[0.8125rem] text-muted">{heading}</p>
      <div
        tabIndex={0}
        role="group"
        aria-label={heading}
        className={`max-h-[35dvh] overflow-auto rounded-md border bg-surface p-3 font-mono text-[0.8125rem] wrap-anywhere whitespace-pre-wrap ${dimmed ? 'border-dashed border-line text-muted' : 'border-edge'}`}
      >
        {isEmpty && <span className="font-sans text-muted">Taken out</span>}
        {!isEmpty &&
          shown.map(({ is, text }, at) =>
            isMarked && is === own ? (
              <mark
                key={at}
                className="rounded-xs bg-accent-soft text-ink underline decoration-accent decoration-2"
              >
                {text}
              </mark>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
      </div>
    </div>
  )
}
