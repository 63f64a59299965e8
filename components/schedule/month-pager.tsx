import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { monthAfter } from '@/components/schedule/month-weeks'
import { buttonStyle } from '@/components/ui/button-style'

/** The month that is shown, and the ways to the others. */
export function MonthPager({ month }: { month: string }) {
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  return (
    <nav aria-label="Months" className="mb-3 flex flex-wrap items-center gap-1.5">
      <h2 className="mr-auto text-base font-semibold">{nameOf(month)}</h2>
      <Link href="/admin/calendar" className={buttonStyle({ size: 'small' })}>
        This month
      </Link>
      <Link
        href={`/admin/calendar?month=${before}`}
        aria-label={nameOf(before)}
        className={buttonStyle({ variant: 'quiet', size: 'icon' })}
      >
        <ChevronLeft aria-hidden />
      </Link>
      <Link
        href={`/admin/calendar?month=${after}`}
        aria-label={nameOf(after)}
        className={buttonStyle({ variant: 'quiet', size: 'icon' })}
      >
        <ChevronRight aria-hidden />
      </Link>
    </nav>
  )
}

function nameOf(month: string): string {
  const words = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', words).format(new Date(`${month}-01T12:00:00Z`))
}
