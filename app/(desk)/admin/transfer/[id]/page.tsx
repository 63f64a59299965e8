import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cancel, discard, look, planUndo, start, undo } from '@/app/(desk)/admin/transfer/actions'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { ImportStatus } from '@/components/transfer/import-status'
import { ReportFilters } from '@/components/transfer/report-filters'
import { ReportTable } from '@/components/transfer/report-table'
import { canTransfer, type SignedIn } from '@/domain/permissions'
import { getSettings } from '@/domain/settings/queries'
import { getImport } from '@/domain/transfer/desk-imports'
import { importId, reportListing } from '@/domain/transfer/import-schema'
import { listReport } from '@/domain/transfer/import-lines'
import { Refusal } from '@/lib/errors'
import { momentInWords } from '@/lib/times-in-words'

export const metadata: Metadata = { title: 'Import' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Import({ params, searchParams }: Props) {
  const actor = await requireActor()
  const id = importId.safeParse((await params).id)
  if (!canTransfer(actor) || !id.success) notFound()
  const unit = await find(actor, id.data)
  const { q, show, page } = await searchParams
  const listing = reportListing.parse({ q, show, page })
  const [report, { timeZone }] = await Promise.all([
    listReport(actor, { ...listing, id: unit.id }),
    getSettings(),
  ])
  const begun = `${unit.byName}, ${momentInWords(unit.createdAt, timeZone)}`
  return (
    <DeskPage title={unit.source} width="wide">
      <ImportStatus unit={unit} begun={begun} actions={{ look, start, cancel, discard, planUndo, undo }} />
      <ReportFilters unit={unit} listing={listing} />
      <ReportTable report={report} listing={listing} id={unit.id} />
    </DeskPage>
  )
}

async function find(actor: SignedIn, id: string) {
  try {
    return await getImport(actor, id)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') notFound()
    throw error
  }
}
