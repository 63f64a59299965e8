import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { change, merge, remove } from '@/app/(desk)/admin/tags/actions'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { TagTable } from '@/components/tags/tag-table'
import { canManageTags } from '@/domain/permissions'
import { listDeskTags } from '@/domain/tags/desk'

export const metadata: Metadata = { title: 'Tags' }

export default async function Tags() {
  const actor = await requireActor()
  if (!canManageTags(actor)) notFound()
  return (
    <DeskPage title="Tags">
      <TagTable tags={await listDeskTags(actor)} actions={{ change, merge, remove }} />
    </DeskPage>
  )
}
