import { ArchivePage, archiveMetadata } from '@/app/(reader)/archive/archive-page'

export const dynamic = 'force-dynamic'

export async function generateMetadata() {
  return archiveMetadata({})
}

export default function Archive() {
  return <ArchivePage />
}
