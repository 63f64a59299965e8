import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { bringBack } from '@/app/(desk)/admin/posts/history-actions'
import { orNotFound } from '@/app/(desk)/admin/posts/or-not-found'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { RestoreForm } from '@/components/history/restore-form'
import { postId } from '@/domain/posts/schema'
import { compareVersions } from '@/domain/posts/version-comparison'

export const metadata: Metadata = { title: 'Restore a version' }

const address = z.object({ id: postId, version: z.coerce.number().int().min(1).max(2_000_000_000) })

type Props = { params: Promise<{ id: string; version: string }> }

export default async function RestoreVersion({ params }: Props) {
  const actor = await requireActor()
  const parsed = address.safeParse(await params)
  if (!parsed.success) notFound()
  const { id, version } = parsed.data
  const newest = await orNotFound(() => compareVersions(actor, { id, to: null, from: null }))
  const restored = await orNotFound(() =>
    compareVersions(actor, { id, to: version, from: newest?.after.number ?? null }),
  )
  if (restored === null || restored.after.number !== version) notFound()
  const { after, before, changes } = restored
  return (
    <DeskPage title={`Restore version ${version}`} width="list">
      <RestoreForm
        id={id}
        from={after}
        newest={before?.number ?? version}
        changes={changes}
        restore={bringBack}
      />
    </DeskPage>
  )
}
