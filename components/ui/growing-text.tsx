'use client'

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

/** Text without a box around it, as tall as what is in it. Tab leaves it, so that nobody is caught inside. */
export function GrowingText({ label, value, onChange, look, error, ...props }: Props) {
  const errorId = `error-${label.replaceAll(' ', '-').toLowerCase()}`
  return (
    <>
      <textarea
        {...props}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`field-sizing-content w-full resize-none rounded-sm bg-transparent outline-offset-4 placeholder:text-muted ${look}`}
      />
      {error !== null && (
        <p id={errorId} className="text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </>
  )
}
