import { element } from '@/domain/feeds/xml'
import type { Step } from '@/domain/schedule/receipts'
import { askOwnSite } from '@/lib/own-site'
import { absoluteUrl } from '@/lib/site-url'

/** What a stranger should find of a post: its text, or that it is gone. */
export type Expected = {
  path: string
  feedId: string
  /** Null when the post is gone. */
  text: { title: string; html: string } | null
}

export type LookedFor = Extract<Step, 'page' | 'feed' | 'sitemap'>

/** Looks once, as a stranger does; answers what is wrong as a sentence, or null. */
export function lookFor(step: LookedFor, expected: Expected): Promise<string | null> {
  if (step === 'page') return lookAtPage(expected)
  return step === 'feed' ? lookAtFeed(expected) : lookAtSitemap(expected)
}

async function lookAtPage({ path, text }: Expected): Promise<string | null> {
  const page = await askOwnSite(path)
  if (text === null) return page.status === 200 ? `${path} still shows the post.` : null
  if (page.status !== 200) return `${path} answers ${page.status}.`
  const shown = withoutPictures(page.text)
  const isShown = unescaped(shown).includes(text.title) && shown.includes(withoutPictures(text.html))
  return isShown ? null : `${path} does not show the text that readers should see.`
}

async function lookAtFeed({ text, feedId }: Expected): Promise<string | null> {
  const feed = await askOwnSite('/feed.xml')
  if (feed.status !== 200) return `/feed.xml answers ${feed.status}.`
  return hold({ has: feed.text.includes(feedId), should: text !== null, place: 'The feed' })
}

async function lookAtSitemap({ text, path }: Expected): Promise<string | null> {
  const entry = element('loc', absoluteUrl(path))
  const sitemap = await askOwnSite('/sitemap.xml')
  if (sitemap.status !== 200) return `/sitemap.xml answers ${sitemap.status}.`
  const has = sitemap.text.includes(entry) || (await isInParts(sitemap.text, entry))
  return hold({ has, should: text !== null, place: 'The sitemap' })
}

/** The newest addresses stand in the last part. */
async function isInParts(index: string, entry: string): Promise<boolean> {
  const parts = [...index.matchAll(/\/sitemaps\/\d+\.xml/g)].map(([part]) => part)
  for (const part of parts.reverse()) if ((await askOwnSite(part)).text.includes(entry)) return true
  return false
}

function hold({ has, should, place }: { has: boolean; should: boolean; place: string }): string | null {
  if (has === should) return null
  return should ? `${place} does not name the post.` : `${place} still names the post.`
}

/** Pages offer pictures in more widths than the stored text does. */
function withoutPictures(html: string): string {
  return html.replace(/<img\b[^>]*>/g, '')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

function unescaped(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
