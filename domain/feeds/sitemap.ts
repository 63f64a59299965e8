import { element } from '@/domain/feeds/xml'

export type SitemapEntry = { url: string; changed: Date | null }

/** One sitemap as https://www.sitemaps.org/protocol.html says; addresses are absolute. */
export function renderSitemap(entries: SitemapEntry[]): string {
  const urls = entries.map(
    ({ url, changed }) =>
      `<url>${element('loc', url)}${element('lastmod', changed === null ? null : changed.toISOString())}</url>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

/** The index of sitemaps, where one file cannot hold all addresses. */
export function renderSitemapIndex(entries: SitemapEntry[]): string {
  const maps = entries.map(
    ({ url, changed }) =>
      `<sitemap>${element('loc', url)}${element('lastmod', changed === null ? null : changed.toISOString())}</sitemap>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('\n')}\n</sitemapindex>\n`
}
