import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { change, removeDemo } from '@/app/(desk)/admin/settings/actions'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { DemoSection } from '@/components/settings/demo-section'
import { SettingsForm } from '@/components/settings/settings-form'
import { canChangeSettings } from '@/domain/permissions'
import { getSettings } from '@/domain/settings/queries'
import { hasDemo } from '@/domain/transfer/demo'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const actor = await requireActor()
  if (!canChangeSettings(actor)) notFound()
  const [settings, demo] = await Promise.all([getSettings(), hasDemo()])
  const { id: _id, changedAt: _changedAt, feedContent, ...others } = settings
  return (
    <DeskPage title="Settings" width="form">
      <SettingsForm
        initial={{ ...others, feedContent: feedContent === 'summary' ? 'summary' : 'whole' }}
        change={change}
      />
      {demo && <DemoSection removeDemo={removeDemo} />}
    </DeskPage>
  )
}
