import type { Metadata } from 'next'
import { Entrance } from '@/components/people/entrance'
import { NewPasswordForm } from '@/components/people/reset-forms'
import { Notice } from '@/components/ui/notice'
import { isTokenOpen } from '@/domain/people/tokens'
import { chooseNewPassword } from '@/app/(desk)/reset/actions'

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' }

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  return (
    <Entrance title="Choose a new password">
      {(await isTokenOpen('reset', token)) ? (
        <NewPasswordForm token={token} action={chooseNewPassword} />
      ) : (
        <Notice tone="warn">
          This link was used already or is too old.{' '}
          <a href="/reset" className="underline">
            Ask for a new one
          </a>
          .
        </Notice>
      )}
    </Entrance>
  )
}
