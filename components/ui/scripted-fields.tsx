import type { ComponentProps } from 'react'

type Props = ComponentProps<'fieldset'> & {
  /** The script that keeps what is typed is not there yet. */
  waiting: boolean
}

/**
 * Fields whose text a script keeps: before it has come nothing can be typed, as it would be lost. They look as they will look then,
 * because it takes a moment.
 */
export function ScriptedFields({ waiting, disabled = false, className = '', ...rest }: Props) {
  const look = waiting ? '[&_:disabled]:opacity-100! [&_:has(input:disabled)]:opacity-100!' : ''
  return <fieldset {...rest} disabled={waiting || disabled} className={`${className} ${look}`} />
}
