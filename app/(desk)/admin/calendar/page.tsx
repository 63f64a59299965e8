import type { Metadata } from 'next'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { CalendarKey } from '@/components/schedule/calendar-entry'
import { MonthPager } from '@/components/schedule/month-pager'
import { MonthView } from '@/components/schedule/month-view'
import { listCalendar } from '@/domain/schedule/calendar'
import { calendarMonth } from '@/domain/schedule/schema'
import { placeOf } from '@/lib/times-in-words'

export const metadata: Metadata = { title: 'Calendar' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Calendar({ searchParams }: Props) {
  const actor = await requireActor()
  const { month } = calendarMonth.parse(await searchParams)
  const calendar = await listCalendar(actor, { month })
  return (
    <DeskPage title="Calendar" width="wide">
      <MonthPager month={calendar.month} />
      <MonthView {...calendar} />
      <CalendarKey />
      <p className="mt-4 text-xs text-muted">
        Times in {placeOf(calendar.zone)}, the zone of the site.
        {calendar.isCut && ' Only the first 500 of this month are shown.'}
      </p>
    </DeskPage>
  )
}
