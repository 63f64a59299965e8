import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pathOf } from '@/domain/posts/post'
import { readSegment } from '@/lib/path-segment'
import { loadPost } from '@/app/(reader)/load-post'
import { postMetadata } from '@/app/(reader)/post-metadata'
import { PostPage } from '@/app/(reader)/post-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ path: string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost(params)
  return post === null ? {} : postMetadata(post)
}

/** Static pages, posts and pages in other languages than the site's, and every address that nothing else has. */
export default async function PageOrOtherLanguage({ params }: Props) {
  const post = await findPost(params)
  if (post === null) notFound()
  return <PostPage post={post} />
}

async function findPost(params: Props['params']) {
  const path = pathOfSegments((await params).path)
  return path === null ? null : loadPost(path)
}

function pathOfSegments(raw: string[]): string | null {
  if (raw.length > 3) return null
  const segments = raw.flatMap((segment) => readSegment(segment) ?? [])
  if (segments.length < raw.length) return null
  const [first = '', second = '', third = ''] = segments
  if (segments.length === 1) return pathOf({ kind: 'page', slug: first, language: null })
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(first)) return null
  if (segments.length === 2) return pathOf({ kind: 'page', slug: second, language: first })
  return second === 'posts' ? pathOf({ kind: 'post', slug: third, language: first }) : null
}
