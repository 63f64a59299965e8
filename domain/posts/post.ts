import type { PostKind } from '@/generated/prisma/browser'
import { slugify } from '@/lib/slug'

export type PostStatus = 'draft' | 'scheduled' | 'live' | 'expired' | 'trashed'

type Dated = {
  draft: boolean
  kind: PostKind
  date: Date | null
  expiresAt: Date | null
  returnsAt: Date | null
  trashedAt: Date | null
}

/** The state of a post at `now`. It is never stored: it follows from draft, date and expiry. A page needs no date. */
export function statusOf(post: Dated, now: Date): PostStatus {
  if (post.trashedAt !== null) return 'trashed'
  if (post.draft || (post.date === null && post.kind === 'post')) return 'draft'
  if (isOver(post.expiresAt, now) && !isOver(post.returnsAt, now)) return 'expired'
  return post.date === null || post.date <= now ? 'live' : 'scheduled'
}

function isOver(moment: Date | null, now: Date): boolean {
  return moment !== null && moment <= now
}

/** First segments that belong to the site itself; a static page cannot have them as its slug. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  '.well-known', '_next', 'admin', 'api', 'apple-touch-icon.png', 'archive', 'atom.xml', 'authors', 'favicon.ico', 'feed.json',
  'feed.xml', 'fonts', 'healthz', 'icon-512.png', 'icon.svg', 'login', 'logout', 'manifest.webmanifest', 'media', 'octavo-gone',
  'octavo-missing', 'page', 'posts', 'preview', 'reader.js', 'readyz', 'reset', 'robots.txt', 'search', 'series', 'setup',
  'sitemap.xml', 'tags', 'theme', 'well-known',
]) // prettier-ignore

/** Where readers find it: `/posts/slug`, a static page `/slug`; other languages than the site's have their code in front. */
export function pathOf(post: { kind: PostKind; slug: string; language: string | null }): string {
  const slug = encodeURIComponent(post.slug)
  const path = post.kind === 'page' ? `/${slug}` : `/posts/${slug}`
  return post.language === null ? path : `/${post.language}${path}`
}

/** Whether a slug is one that is made from this title, numbered or not. */
export function isSlugOf({ slug, title }: { slug: string; title: string }): boolean {
  const made = slugify(title)
  return slug === made || (slug.startsWith(`${made}-`) && /^\d+$/.test(slug.slice(made.length + 1)))
}
