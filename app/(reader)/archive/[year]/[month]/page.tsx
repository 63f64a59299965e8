import { ArchivePage, archiveMetadata } from '@/app/(reader)/archive/archive-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ year: string; month: string }> }

export async function generateMetadata({ params }: Props) {
  return archiveMetadata(await params)
}

export default async function ArchiveOfMonth({ params }: Props) {
  return <ArchivePage {...await params} />
}
