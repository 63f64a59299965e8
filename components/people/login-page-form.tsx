'use client'

import { useActionState } from 'react'
import { LoginForm } from '@/components/people/login-form'
import type { PlainAnswer } from '@/components/people/sign-in-words'

type Props = {
  target: string
  news: string | undefined
  signInPlainly: (before: PlainAnswer, form: FormData) => Promise<PlainAnswer>
}

/** The form of the sign-in page. It works before its script runs too: then the browser sends it, and the page comes again. */
export function LoginPageForm({ target, news, signInPlainly }: Props) {
  // The third: where the browser sends it. Without, React writes an empty `action`, which HTML forbids.
  const address = `/login?${new URLSearchParams({ callbackUrl: target })}`
  const [answer, send] = useActionState(signInPlainly, { trouble: null, email: '' }, address)
  return <LoginForm target={target} news={news} plainly={{ send, answer }} />
}
