import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { localPath } from '@/app/_http/local-path'
import { currentActor } from '@/app/_http/session'
import { Entrance } from '@/components/people/entrance'
import { LoginPageForm } from '@/components/people/login-page-form'
import { siteUrl } from '@/lib/site-url'
import { signInPlainly } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

/** Only known words are shown: a text from the address could say anything. */
const NEWS: Record<string, string> = {
  password: 'Your password is changed. Sign in with the new one.',
  setup: 'The site is yours. Sign in to begin.',
  everywhere: 'You are signed out everywhere.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LoginPage({ searchParams }: Props) {
  const { callbackUrl, done } = await searchParams
  const target = localPath(typeof callbackUrl === 'string' ? callbackUrl : null, { origin: siteUrl() })
  if ((await currentActor()) !== null) redirect(target)
  const news = typeof done === 'string' ? NEWS[done] : undefined
  return (
    <Entrance title="Sign in">
      <LoginPageForm target={target} news={news} signInPlainly={signInPlainly} />
      <p className="text-sm text-muted">
        <a href="/reset" className="underline underline-offset-2">
          Forgot your password?
        </a>
      </p>
    </Entrance>
  )
}
