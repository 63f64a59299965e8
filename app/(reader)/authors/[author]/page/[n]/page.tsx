import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { readPageNumber } from '@/lib/path-segment'
import { AuthorPage, authorMetadata } from '@/app/(reader)/authors/[author]/author-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ author: string; n: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { author, n } = await params
  return authorMetadata({ author, page: readPageNumber(n) ?? 1 })
}

export default async function NumberedAuthor({ params }: Props) {
  const { author, n } = await params
  const page = readPageNumber(n)
  if (page === null) notFound()
  if (page === 1) permanentRedirect(`/authors/${author}`)
  return <AuthorPage author={author} page={page} />
}
