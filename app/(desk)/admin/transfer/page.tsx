import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { ExportSection } from '@/components/transfer/export-section'
import { TransferSection } from '@/components/transfer/transfer-section'
import { countExport } from '@/domain/export/plan'
import { canTransfer } from '@/domain/permissions'

export const metadata: Metadata = { title: 'Transfer' }

export default async function Transfer() {
  const actor = await requireActor()
  if (!canTransfer(actor)) notFound()
  return (
    <DeskPage title="Transfer">
      <TransferSection title="Import">
        <p className="text-muted">
          On the machine itself, <code>npm run octavo -- import FOLDER</code> brings in a folder of Markdown.
        </p>
      </TransferSection>
      <ExportSection {...await countExport(actor)} />
    </DeskPage>
  )
}
