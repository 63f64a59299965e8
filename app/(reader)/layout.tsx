import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/reader/site-footer'
import { SiteHeader } from '@/components/reader/site-header'
import { listLivePages } from '@/domain/posts/queries'
import { hasLiveSeries } from '@/domain/series/queries'
import { readerScript } from '@/app/(reader)/reader-script'
import { loadSite } from '@/app/(reader)/load-site'
import { siteUrl } from '@/lib/site-url'
import { directionOf } from '@/lib/text-direction'
import { italic, roman } from './fonts'
import './reader.css'

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = await loadSite()
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: title, template: `%s · ${title}` },
    description,
    manifest: '/manifest.webmanifest',
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#171513' },
  ],
}

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const [settings, pages, hasSeries] = await Promise.all([loadSite(), listLivePages(), hasLiveSeries()])
  return (
    <html
      lang={settings.language}
      dir={directionOf(settings.language)}
      className={`${roman.variable} ${italic.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* In the way on purpose: it sets the chosen theme before anything is painted. */}
        <script src={readerScript} />
        <link rel="stylesheet" href={`/theme/${settings.accent.slice(1)}.css`} />
      </head>
      <body>
        <a className="skip-link" href="#content">
          Skip to the text
        </a>
        <SiteHeader title={settings.title} pages={pages} hasSeries={hasSeries} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  )
}
