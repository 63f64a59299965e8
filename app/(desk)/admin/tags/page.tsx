import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { change, merge, remove } from '@/app/(desk)/admin/tags/actions'
import { requireActor } from '@/app/_http/session'
import { TagTable } from '@/components/tags/tag-table'
import { canManageTags } from '@/domain/permissions'
import { listDeskTags } from '@/domain/tags/desk'

export const metadata: Metadata = { title: 'Tags' }

export default async function Tags() {
  const actor = await requireActor()
  if (!canManageTags(actor)) notFound()
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-5 md:px-8 md:py-8">
      <h1 className="text-xl font-semibold">Tags</h1>
      <TagTable tags={await listDeskTags(actor)} actions={{ change, merge, remove }} />
    </div>
  )
}
