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
          This site cannot send mail. Its owner can set a new password for you in the desk, under People. An
          owner who is locked out sets one on the machine:
          <code className="mt-2 block font-mono text-xs">npm run octavo -- user password EMAIL</code>
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
