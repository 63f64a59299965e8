'use client'

import { Field as BaseField } from '@base-ui/react/field'
import type { ReactNode } from 'react'

type Props = {
  label: string
  children: ReactNode
  /** A hint under the control. */
  hint?: ReactNode
  /** Why the server refused what is in it, as a sentence. */
  error?: string | null | undefined
  name?: string
}

/** A labelled control with its hint and its error, tied together for everybody who cannot see them. */
export function Field({ label, children, hint, error = null, name }: Props) {
  return (
    <BaseField.Root
      {...(name === undefined ? {} : { name })}
      invalid={error !== null}
      className="flex flex-col gap-1"
    >
      <BaseField.Label className="text-[0.8125rem] font-medium text-ink">{label}</BaseField.Label>
      {children}
      {hint !== undefined && (
        <BaseField.Description className="text-xs text-muted">{hint}</BaseField.Description>
      )}
      {error !== null && (
        <BaseField.Error match className="text-xs font-medium text-danger">
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  )
}
