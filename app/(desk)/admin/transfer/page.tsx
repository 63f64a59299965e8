import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { ExportSection } from '@/components/transfer/export-section'
import { ImportForm } from '@/components/transfer/import-form'
import { ImportList } from '@/components/transfer/import-list'
import { TransferSection } from '@/components/transfer/transfer-section'
import { countExport } from '@/domain/export/plan'
import { canTransfer } from '@/domain/permissions'
import { getSettings } from '@/domain/settings/queries'
import { listImports, listSources } from '@/domain/transfer/desk-imports'
import { momentInWords } from '@/lib/times-in-words'

export const metadata: Metadata = { title: 'Transfer' }

export default async function Transfer() {
  const actor = await requireActor()
  if (!canTransfer(actor)) notFound()
  const [imports, sources, { timeZone }] = await Promise.all([
    listImports(actor),
    listSources(actor),
    getSettings(),
  ])
  const rows = imports.map((row) => ({ ...row, when: momentInWords(row.createdAt, timeZone) }))
  return (
    <DeskPage title="Transfer">
      <TransferSection title="Import">
        <ImportForm sources={sources} />
        <ImportList imports={rows} />
      </TransferSection>
      <ExportSection {...await countExport(actor)} />
    </DeskPage>
  )
}
