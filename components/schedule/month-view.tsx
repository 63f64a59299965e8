import { CalendarEntryLink } from '@/components/schedule/calendar-entry'
import { weeksOf } from '@/components/schedule/month-weeks'
import type { CalendarEntry, CalendarMonth } from '@/domain/schedule/calendar'
import { dayInWords } from '@/lib/times-in-words'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A month as a table of weeks where there is room, else as a list of the days on which something happens. */
export function MonthView({ month, today, zone, entries }: CalendarMonth) {
  const on = (day: string) => entries.filter((entry) => entry.day === day)
  const days = [...new Set(entries.map(({ day }) => day))]
  return (
    <>
      <table className="w-full table-fixed border-collapse max-md:hidden">
        <thead className="text-left text-xs text-muted">
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="px-1.5 py-1 font-medium">
                <abbr title={name} className="no-underline">
                  {name.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={`h-24 border border-line p-1 align-top ${day.startsWith(month) ? '' : 'bg-canvas'}`}
                >
                  {day.startsWith(month) && (
                    <>
                      <DayNumber day={day} isToday={day === today} />
                      <Entries entries={on(day)} zone={zone} />
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-col gap-4 md:hidden">
        {days.length === 0 && <p className="text-muted">Nothing in this month.</p>}
        {days.map((day) => (
          <section key={day} aria-label={nameOf(day)}>
            <h2 className="mb-1 text-[0.8125rem] font-semibold">
              {nameOf(day)}
              {day === today && <span className="font-normal text-muted"> (today)</span>}
            </h2>
            <Entries entries={on(day)} zone={zone} />
          </section>
        ))}
      </div>
    </>
  )
}

function DayNumber({ day, isToday }: { day: string; isToday: boolean }) {
  return (
    <time
      dateTime={day}
      aria-current={isToday ? 'date' : undefined}
      className="grid size-6 place-items-center rounded-full text-xs text-muted tabular-nums aria-[current]:bg-ink aria-[current]:text-canvas"
    >
      {Number(day.slice(8))}
    </time>
  )
}

function Entries({ entries, zone }: { entries: CalendarEntry[]; zone: string }) {
  if (entries.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5">
      {entries.map((entry) => (
        <li key={`${entry.id} ${entry.kind} ${entry.at.getTime()}`} className="min-w-0">
          <CalendarEntryLink entry={entry} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

function nameOf(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  return `${WEEKDAYS[(noon.getUTCDay() + 6) % 7] ?? ''} ${dayInWords(noon, 'UTC')}`
}
