import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { retry } from '@/app/(desk)/admin/health/actions'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { FailingJobs } from '@/components/schedule/failing-jobs'
import { HealthSection } from '@/components/schedule/health-section'
import { InstanceList } from '@/components/schedule/instance-list'
import { LatenessPlot } from '@/components/schedule/lateness-plot'
import { PlannedList } from '@/components/schedule/planned-list'
import { canSeeHealth } from '@/domain/permissions'
import { getHealth } from '@/domain/schedule/health'
import { getSettings } from '@/domain/settings/queries'
import { distanceInWords } from '@/lib/times-in-words'

export const metadata: Metadata = { title: 'Health' }

export default async function HealthPage() {
  const actor = await requireActor()
  if (!canSeeHealth(actor)) notFound()
  const [health, { timeZone }] = await Promise.all([getHealth(actor), getSettings()])
  const { now, instances, planned, waiting, failing, lateness } = health
  const jobs = failing.map((job) => ({
    ...job,
    again: job.again === null ? null : distanceInWords(job.again, now),
  }))
  return (
    <DeskPage title="Health">
      <div className="flex flex-col gap-8">
        <HealthSection title="What failed" empty={jobs.length === 0 ? 'Nothing failed.' : null}>
          <FailingJobs jobs={jobs} retry={retry} />
        </HealthSection>
        <HealthSection title="Next" empty={planned.length === 0 ? 'Nothing is planned.' : null}>
          <PlannedList planned={planned} now={now} zone={timeZone} />
        </HealthSection>
        <HealthSection
          title="On time"
          empty={lateness.length === 0 ? 'Nothing has gone live since this is measured.' : null}
        >
          <LatenessPlot lateness={lateness} />
        </HealthSection>
        <HealthSection title="Servers" empty={instances.length === 0 ? 'No server carries out jobs.' : null}>
          <InstanceList instances={instances} now={now} />
          <p className="text-[0.8125rem] text-muted">
            {waiting.now} jobs wait for a free hand, {waiting.later} for their time.
          </p>
        </HealthSection>
      </div>
    </DeskPage>
  )
}
