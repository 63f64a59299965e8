import type { Metadata } from 'next'
import { TagPage, tagMetadata } from './tag-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ tag: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return tagMetadata({ tag: (await params).tag, page: 1 })
}

export default async function Tag({ params }: Props) {
  return <TagPage tag={(await params).tag} page={1} />
}
