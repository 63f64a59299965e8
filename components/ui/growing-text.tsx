'use client'

import { useReady } from '@/components/ui/use-ready'

type Props = {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  look: string
  error: string | null
  readOnly?: boolean
  autoFocus?: boolean
}

/**
 * Text without a box around it, as tall as what is in it; a rule beside it shows the focus. Tab leaves it, so that nobody is
 * caught inside. Until the script listens it cannot be written in: what is typed then would be half taken over.
 */
export function GrowingText({ label, value, onChange, look, error, readOnly = false, ...props }: Props) {
  const ready = useReady()
  const errorId = `error-${label.replaceAll(' ', '-').toLowerCase()}`
  return (
    <>
      <textarea
        {...props}
        readOnly={readOnly || !ready}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`field-sizing-content -ml-3.5 w-[calc(100%+0.875rem)] resize-none border-l-2 border-transparent bg-transparent pl-3 outline-none placeholder:text-muted focus-visible:border-accent ${look}`}
      />
      {error !== null && (
        <p id={errorId} className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </>
  )
}
