import type { Metadata } from 'next'
import { AuthorPage, authorMetadata } from './author-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ author: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return authorMetadata({ author: (await params).author, page: 1 })
}

export default async function Author({ params }: Props) {
  return <AuthorPage author={(await params).author} page={1} />
}
