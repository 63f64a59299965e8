import type { Metadata } from 'next'
import { JsonLd } from '@/components/reader/json-ld'
import { describeBlog } from '@/components/post/structured-data'
import { loadSite } from '@/app/(reader)/load-site'
import { siteUrl } from '@/lib/site-url'
import { HomePage } from './home-page'
import { pageMetadata } from './page-metadata'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  return pageMetadata({ site, title: null, description: site.description, path: '/' })
}

export default async function Home() {
  const site = await loadSite()
  return (
    <>
      <JsonLd data={describeBlog(site, siteUrl())} />
      <HomePage site={site} page={1} />
    </>
  )
}
