'use client'

import { signIn } from 'next-auth/react'
import { type FormEvent, useState } from 'react'
import { type PlainAnswer, WRONG } from '@/components/people/sign-in-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'

type State = { busy: boolean; trouble: string | null }

type Props = {
  /** A path of this site, to go to afterwards. */
  target?: string
  /** What happens instead of going anywhere. */
  onDone?: () => void
  /** What happened before, to be said until something goes wrong. */
  news?: string | undefined
  /** How the browser sends the form by itself, and what came of that. */
  plainly?: { send: (form: FormData) => void; answer: PlainAnswer }
}

/** Signs in through next-auth. */
export function LoginForm({ target = '/admin', onDone, news, plainly }: Props) {
  const [{ busy, trouble }, setState] = useState<State>({
    busy: false,
    trouble: plainly?.answer.trouble ?? null,
  })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setState({ busy: true, trouble: null })
    const trouble = await tryToSignIn(form, target)
    if (trouble !== null) return setState({ busy: false, trouble })
    if (onDone === undefined) window.location.assign(target)
    else onDone()
  }

  return (
    <form action={plainly?.send} onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="target" value={target} />
      {news !== undefined && trouble === null && <Notice tone="good">{news}</Notice>}
      {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
      <Field label="E-mail">
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          maxLength={254}
          defaultValue={plainly?.answer.email ?? ''}
        />
      </Field>
      <Field label="Password">
        <TextInput
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={1024}
        />
      </Field>
      <Button type="submit" variant="primary" wide busy={busy}>
        Sign in
      </Button>
    </form>
  )
}

/** Null when it worked, else the sentence to show. */
async function tryToSignIn(form: FormData, target: string): Promise<string | null> {
  const [email, password] = [form.get('email'), form.get('password')]
  const options = { email, password, redirect: false, callbackUrl: target } as const
  // It throws at whatever is not its own JSON: no connection, a refusal of our server, the page of a proxy.
  const answer = await signIn('credentials', options).catch(() => undefined)
  if (answer === undefined) return 'Signing in does not work at the moment. Try again in a minute.'
  if (answer.ok) return null
  return answer.status === 401 || answer.error === null ? WRONG : answer.error
}
