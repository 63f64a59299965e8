import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { change, removeDemo } from '@/app/(desk)/admin/settings/actions'
import { requireActor } from '@/app/_http/session'
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
  const { title, description, language, timeZone, accent, postsPerPage } = settings
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6 px-4 py-5 md:px-8 md:py-8">
      <h1 className="text-xl font-semibold">Settings</h1>
      <SettingsForm
        initial={{ title, description, language, timeZone, accent, postsPerPage }}
        change={change}
      />
      {demo && <DemoSection removeDemo={removeDemo} />}
    </div>
  )
}
