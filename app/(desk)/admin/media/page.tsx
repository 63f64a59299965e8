import type { Metadata } from 'next'
import { describe, remove, uses } from '@/app/(desk)/admin/media/actions'
import { requireActor } from '@/app/_http/session'
import { MediaLibrary } from '@/components/media/media-library'
import { listMedia } from '@/domain/media/library'
import { mediaPage } from '@/domain/media/schema'

export const metadata: Metadata = { title: 'Media' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Media({ searchParams }: Props) {
  const actor = await requireActor()
  const { after = null, kind = 'all' } = await searchParams
  const page = await listMedia(actor, mediaPage.parse({ after, kind, q: '' }))
  return <MediaLibrary items={page.items} next={page.next} actions={{ describe, remove, uses }} />
}
