import type { Metadata } from 'next'
import type { SiteSettings } from '@/domain/settings/queries'
import { absoluteUrl, siteUrl } from '@/lib/site-url'

type PageHead = {
  site: SiteSettings
  /** Null on the home page, which bears the site's own title. */
  title: string | null
  description: string
  path: string
  /** The address of the feeds of this list, without the file's name; the site's own otherwise. */
  feeds?: string
}

/** What every reader page says in its head. */
export function pageMetadata({ site, title, description, path, feeds = '' }: PageHead): Metadata {
  const url = absoluteUrl(path)
  const text = description === '' ? site.description : description
  return {
    title: title ?? { absolute: site.title },
    description: text === '' ? undefined : text,
    alternates: {
      canonical: url,
      types: feedLinks(feeds, title === null || feeds === '' ? site.title : title),
    },
    openGraph: {
      type: 'website',
      siteName: site.title,
      title: title ?? site.title,
      description: text,
      url,
      locale: site.language.replace('-', '_'),
    },
    twitter: { card: 'summary', title: title ?? site.title, description: text },
  }
}

/** Autodiscovery of the three feeds of a list. */
export function feedLinks(base: string, title: string): NonNullable<Metadata['alternates']>['types'] {
  return {
    'application/rss+xml': [{ url: `${siteUrl()}${base}/feed.xml`, title: `${title} (RSS)` }],
    'application/atom+xml': [{ url: `${siteUrl()}${base}/atom.xml`, title: `${title} (Atom)` }],
    'application/feed+json': [{ url: `${siteUrl()}${base}/feed.json`, title: `${title} (JSON)` }],
  }
}
