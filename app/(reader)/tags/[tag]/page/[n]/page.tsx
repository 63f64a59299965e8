import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { readPageNumber } from '@/lib/path-segment'
import { TagPage, tagMetadata } from '@/app/(reader)/tags/[tag]/tag-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ tag: string; n: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tag, n } = await params
  return tagMetadata({ tag, page: readPageNumber(n) ?? 1 })
}

export default async function NumberedTag({ params }: Props) {
  const { tag, n } = await params
  const page = readPageNumber(n)
  if (page === null) notFound()
  if (page === 1) permanentRedirect(`/tags/${tag}`)
  return <TagPage tag={tag} page={page} />
}
