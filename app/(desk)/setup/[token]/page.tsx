import type { Metadata } from 'next'
import { Entrance } from '@/components/people/entrance'
import { SetupForm } from '@/components/people/setup-form'
import { Notice } from '@/components/ui/notice'
import { setupIsOpen } from '@/domain/people/setup'
import { isTokenOpen } from '@/domain/people/tokens'
import { createOwner } from './actions'

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' }

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const open = (await setupIsOpen()) && (await isTokenOpen('setup', token))
  return (
    <Entrance title="Set up your blog">
      {open ? (
        <>
          <p className="text-sm text-muted">This makes you the owner, who may do everything here.</p>
          <SetupForm token={token} action={createOwner} />
        </>
      ) : (
        <Notice tone="warn">
          This link was used already or is too old. Restart Octavo to get a new one, or{' '}
          <a href="/login" className="whitespace-nowrap underline">
            sign in
          </a>
          .
        </Notice>
      )}
    </Entrance>
  )
}
