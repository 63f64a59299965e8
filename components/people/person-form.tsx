'use client'

import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, startTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useReady } from '@/components/ui/use-ready'
import type { Answer } from '@/lib/answer'

export type FormAction = (form: FormData) => Promise<Answer<unknown>>
/** Why the server refused what is in a field, or null. */
export type ErrorOf = (field: string) => string | null

type Props = {
  action: FormAction
  button: string
  /** What to say when it worked and the page stays. */
  done: string
  danger?: boolean
  /** As wide as the fields, where the form is all there is. */
  wide?: boolean
  fields: (errorOf: ErrorOf) => ReactNode
  /** The fields the form has, so that trouble with none of them is shown above. */
  names: string[]
}

/** A form that sends itself to an action, names what is wrong at its field, and keeps what was typed. */
export function PersonForm({ action, button, done, danger = false, wide = false, fields, names }: Props) {
  const [answer, send, busy] = useActionState(
    (_last: Answer<unknown> | null, form: FormData) => action(form),
    null,
  )
  const place = useRef<HTMLFormElement>(null)
  // Until the script runs, the browser would send the form by itself, to nowhere.
  const ready = useReady()

  // Not the form's own `action`: React would empty the fields after every answer.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => send(form))
  }

  const trouble = answer === null || answer.ok ? null : answer
  const errorOf: ErrorOf = (field) => (trouble?.field === field ? trouble.sentence : null)
  const general = trouble !== null && (trouble.field === undefined || !names.includes(trouble.field))

  const wrong = trouble?.field
  useEffect(() => {
    if (answer === null || wrong === undefined) return
    const control = place.current?.elements.namedItem(wrong)
    if (control instanceof HTMLElement) control.focus()
  }, [answer, wrong])

  return (
    // Not checked by the browser: its bubbles cover the next field and speak its language, not the site's.
    <form ref={place} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {general && <Notice tone="danger">{trouble.sentence}</Notice>}
      {answer?.ok === true && !busy && <Notice tone="good">{done}</Notice>}
      {fields(errorOf)}
      <div>
        <Button
          type="submit"
          variant={danger ? 'danger' : 'primary'}
          wide={wide}
          busy={busy}
          disabled={!ready}
        >
          {button}
        </Button>
      </div>
    </form>
  )
}
