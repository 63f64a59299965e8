import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Article } from '@/components/post/article'
import { ReviewBanner } from '@/components/post/review-banner'
import { getNeighbours } from '@/domain/posts/queries'
import { listRelated } from '@/domain/posts/related'
import { openReview } from '@/domain/reviews/reading'
import { loadSite } from '@/app/(reader)/load-site'
import '@/components/reader/styles/review.css'

export const dynamic = 'force-dynamic'

const loadReview = cache(openReview)

type Props = { params: Promise<{ token: string }> }

/** Nothing by which it could be found, quoted or shown elsewhere. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const review = await loadReview((await params).token)
  const robots = { index: false, follow: false }
  return { title: review?.post.title ?? 'Not found', description: null, robots, referrer: 'no-referrer' }
}

/** A version as its page would be, for whoever has the link. */
export default async function Review({ params }: Props) {
  const [review, site] = await Promise.all([loadReview((await params).token), loadSite()])
  if (review === null) notFound()
  const { post, series } = review
  const isPage = post.kind === 'page'
  const [related, neighbours] = await Promise.all([
    isPage ? [] : listRelated(post),
    isPage ? null : getNeighbours(post),
  ])
  return (
    <>
      <ReviewBanner review={review} zone={site.timeZone} />
      <Article
        post={post}
        locale={site}
        series={isPage ? [] : series}
        related={related}
        neighbours={neighbours}
        shareable={false}
      />
    </>
  )
}
