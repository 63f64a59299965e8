import type { ReactNode } from 'react'
import { findTitles } from '@/app/(desk)/admin/posts/actions'
import { requireActor } from '@/app/_http/session'
import { DeskFrame } from '@/components/admin/desk-frame'
import { canChangeSettings, canManageTags, canSeePeople, canTransfer } from '@/domain/permissions'
import { getSettings } from '@/domain/settings/queries'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const { title } = await getSettings()
  const places = [
    { href: '/admin/posts', label: 'Posts' },
    { href: '/admin/media', label: 'Media' },
    ...(canManageTags(actor) ? [{ href: '/admin/tags', label: 'Tags' }] : []),
    ...(canSeePeople(actor) ? [{ href: '/admin/people', label: 'People' }] : []),
    ...(canTransfer(actor) ? [{ href: '/admin/transfer', label: 'Transfer' }] : []),
    ...(canChangeSettings(actor) ? [{ href: '/admin/settings', label: 'Settings' }] : []),
  ]
  return (
    <DeskFrame
      site={title}
      person={{ name: actor.name, role: actor.role }}
      places={places}
      findTitles={findTitles}
    >
      {children}
    </DeskFrame>
  )
}
