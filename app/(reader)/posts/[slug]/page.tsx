import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pathOf } from '@/domain/posts/post'
import { readSegment } from '@/lib/path-segment'
import { loadPost } from '@/app/(reader)/load-post'
import { postMetadata } from '@/app/(reader)/post-metadata'
import { PostPage } from '@/app/(reader)/post-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost(params)
  return post === null ? {} : postMetadata(post)
}

export default async function Post({ params }: Props) {
  const post = await findPost(params)
  if (post === null) notFound()
  return <PostPage post={post} />
}

async function findPost(params: Props['params']) {
  const slug = readSegment((await params).slug)
  return slug === null ? null : loadPost(pathOf({ kind: 'post', slug, language: null }))
}
