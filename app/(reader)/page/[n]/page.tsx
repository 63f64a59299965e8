import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { loadSite } from '@/app/(reader)/load-site'
import { readPageNumber } from '@/lib/path-segment'
import { HomePage } from '@/app/(reader)/home-page'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ n: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { n } = await params
  const site = await loadSite()
  return pageMetadata({ site, title: `Page ${n}`, description: site.description, path: `/page/${n}` })
}

export default async function NumberedPage({ params }: Props) {
  const page = readPageNumber((await params).n)
  if (page === null) notFound()
  if (page === 1) permanentRedirect('/')
  return <HomePage site={await loadSite()} page={page} />
}
