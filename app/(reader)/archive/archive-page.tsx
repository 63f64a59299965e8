import { notFound } from 'next/navigation'
import {
  ArchiveCounts,
  ArchiveList,
  ArchiveMonths,
  ArchiveYears,
  MonthCounts,
} from '@/components/reader/archive-years'
import { EmptyState } from '@/components/reader/empty-state'
import { countOf } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { countArchive, listArchive } from '@/domain/posts/archive'
import { nameOfMonth } from '@/lib/day'
import { loadSite } from '@/app/(reader)/load-site'
import { pageMetadata } from '@/app/(reader)/page-metadata'

/** More titles than this are no page any more: months with their counts stand in. */
const MOST_TITLES = 1_000

/** The segments as they were asked for; none for the whole archive. */
type ArchivePageProps = { year?: string; month?: string }

/** All posts, or those of a year or a month, by their titles. */
export async function ArchivePage(segments: ArchivePageProps) {
  const part = readPart(segments)
  if (part === null) notFound()
  const site = await loadSite()
  const months = (await countArchive(site.timeZone)).filter(
    ({ year, month }) => year === (part.year ?? year) && month === (part.month ?? month),
  )
  const total = months.reduce((sum, { count }) => sum + count, 0)
  if (total === 0 && part.year !== undefined) notFound()
  const isListed = total <= MOST_TITLES || part.month !== undefined
  const zone = site.timeZone
  const entries = isListed ? await listArchive(part.year === undefined ? null : { ...part, zone }) : []
  return (
    <div className="frame">
      <PageHeading
        kind={part.year === undefined ? undefined : 'Archive'}
        title={titleOf(part, site.language)}
      >
        {total > 0 && <p>{countOf(total)}</p>}
      </PageHeading>
      {total === 0 && (
        <EmptyState title="Nothing is published yet.">
          Come back soon, or <a href="/feed.xml">subscribe by feed</a> and be told.
        </EmptyState>
      )}
      {part.year === undefined && isListed && <ArchiveYears entries={entries} locale={site} />}
      {part.year === undefined && !isListed && <ArchiveCounts months={months} language={site.language} />}
      {part.year !== undefined && (
        <div className="archive-part">
          {part.month !== undefined && <ArchiveList entries={entries} locale={site} />}
          {part.month === undefined && isListed && (
            <ArchiveMonths year={part.year} entries={entries} locale={site} heading="h2" />
          )}
          {!isListed && <MonthCounts months={months} language={site.language} />}
        </div>
      )}
    </div>
  )
}

export async function archiveMetadata(segments: ArchivePageProps) {
  const [site, part] = [await loadSite(), readPart(segments)]
  if (part === null) return {}
  const title = titleOf(part, site.language)
  return pageMetadata({
    site,
    title,
    description: part.year === undefined ? `Every post of ${site.title}.` : `Every post of ${title}.`,
    path: ['/archive', part.year, part.month].filter(Boolean).join('/'),
  })
}

type Part = { year?: undefined; month?: undefined } | { year: number; month?: number }

/** Null when it is no year and month as we write them: one address for each. */
function readPart({ year, month }: ArchivePageProps): Part | null {
  if (year === undefined) return {}
  if (!/^[1-9]\d{0,3}$/.test(year)) return null
  if (month === undefined) return { year: Number(year) }
  return /^([1-9]|1[0-2])$/.test(month) ? { year: Number(year), month: Number(month) } : null
}

function titleOf({ year, month }: Part, language: string): string {
  if (year === undefined) return 'Archive'
  return month === undefined ? String(year) : `${nameOfMonth(month, language)} ${year}`
}
