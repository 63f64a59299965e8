import type { Metadata } from 'next'
import { Entrance } from '@/components/people/entrance'
import { ResetRequestForm } from '@/components/people/reset-forms'
import { Notice } from '@/components/ui/notice'
import { canMailResets } from '@/domain/people/reset'
import { sendLink } from './actions'

export const metadata: Metadata = { title: 'New password' }

export default function ResetPage() {
  return (
    <Entrance title="New password">
      {canMailResets() ? (
        <ResetRequestForm action={sendLink} />
      ) : (
        <Notice>
          This site cannot send mail. Its owner can set a password in the desk, under People, or on the
          machine with{' '}
          <code className="font-mono text-[0.8125rem]">npm run octavo -- user password EMAIL</code>
        </Notice>
      )}
      <p className="text-sm text-muted">
        <a href="/login" className="underline underline-offset-2">
          Back to sign-in
        </a>
      </p>
    </Entrance>
  )
}
