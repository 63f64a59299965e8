'use client'

import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { controlStyle } from '@/components/ui/control-style'

type InputProps = Omit<ComponentProps<typeof Field.Control>, 'className'>

/** One line of text. Stands inside a `Field`, which names it. */
export function TextInput(props: InputProps) {
  return <Field.Control {...props} className={controlStyle} />
}

type AreaProps = Omit<ComponentProps<'textarea'>, 'className'>

/** Several lines of text; grows with what is in it where the browser can. */
export function TextArea({ rows = 3, ...props }: AreaProps) {
  return (
    <Field.Control
      render={<textarea {...props} rows={rows} className={`${controlStyle} field-sizing-content max-h-72`} />}
    />
  )
}
