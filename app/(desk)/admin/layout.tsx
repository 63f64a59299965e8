import type { ReactNode } from 'react'
import { findTitles } from '@/app/(desk)/admin/posts/actions'
import { requireActor } from '@/app/_http/session'
import { DeskFrame } from '@/components/admin/desk-frame'
import { TroubleBanner } from '@/components/schedule/trouble-banner'
import {
  canChangeSettings,
  canManageTags,
  canSeeHealth,
  canSeePeople,
  canTransfer,
} from '@/domain/permissions'
import { getTroubles } from '@/domain/schedule/health'
import { getSettings } from '@/domain/settings/queries'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const { title, timeZone } = await getSettings()
  const troubles = canSeeHealth(actor) ? await getTroubles(actor) : null
  const places = [
    { href: '/admin/posts', label: 'Posts' },
    { href: '/admin/calendar', label: 'Calendar' },
    { href: '/admin/media', label: 'Media' },
    ...(canManageTags(actor) ? [{ href: '/admin/tags', label: 'Tags' }] : []),
    ...(canSeePeople(actor) ? [{ href: '/admin/people', label: 'People' }] : []),
    ...(canSeeHealth(actor) ? [{ href: '/admin/health', label: 'Health' }] : []),
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
      {troubles !== null && <TroubleBanner troubles={troubles} zone={timeZone} />}
      {children}
    </DeskFrame>
  )
}
