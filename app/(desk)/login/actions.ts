'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { beginSession } from '@/app/_http/begin-session'
import { localPath } from '@/app/_http/local-path'
import { submitAsGuest } from '@/app/_http/submit-as-guest'
import { type PlainAnswer, WRONG } from '@/components/people/sign-in-words'
import { credentials } from '@/domain/people/schema'
import { signIn } from '@/domain/people/sign-in'
import { siteUrl } from '@/lib/site-url'

/** The form of the sign-in page when it is sent before its script runs, or without one. */
export async function signInPlainly(_before: PlainAnswer, form: FormData): Promise<PlainAnswer> {
  const agent = (await headers()).get('user-agent')
  const answer = await submitAsGuest(credentials, form, (input) => signIn({ ...input, userAgent: agent }))
  const email = form.get('email')
  const kept = typeof email === 'string' ? email : ''
  if (!answer.ok) return { trouble: answer.code === 'invalid' ? WRONG : answer.sentence, email: kept }
  if (answer.value === null) return { trouble: WRONG, email: kept }
  await beginSession(answer.value)
  const target = form.get('target')
  redirect(localPath(typeof target === 'string' ? target : null, { origin: siteUrl() }))
}
