import { z } from 'zod'
import type { Correction } from '@/domain/corrections/correction'
import type { Feed, FeedItem } from '@/domain/feeds/feed'
import { absoluteHtml } from '@/domain/markdown/absolute'
import { describeAudio } from '@/domain/media/queries'
import { getAuthor } from '@/domain/people/queries'
import { type FeedPost, listFeedPosts } from '@/domain/posts/queries'
import type { ListScope } from '@/domain/posts/reading-order'
import { hubUrl } from '@/domain/schedule/hub'
import { getLiveSeries } from '@/domain/series/queries'
import { getSettings } from '@/domain/settings/queries'
import { getLiveTag } from '@/domain/tags/queries'
import { db } from '@/lib/db'
import { formatDay, type Locale } from '@/lib/day'
import { absoluteUrl } from '@/lib/site-url'
import { directionOf } from '@/lib/text-direction'

export type FeedOf = 'everything' | 'tag' | 'series' | 'author'

/** The feed of everything, a tag, a series or an author (by slug); null when no live post belongs to it. `file` is its last segment. */
export async function getFeed(
  of: FeedOf,
  { slug = '', file }: { slug?: string; file: string },
): Promise<Feed | null> {
  const settings = await getSettings()
  const scope = await scopeOf(of, slug)
  if (scope === null) return null
  const posts = await listFeedPosts(scope.posts, settings.postsPerFeed)
  const page = absoluteUrl(scope.path)
  return {
    title: scope.name === null ? settings.title : `${scope.name} – ${settings.title}`,
    description: settings.description,
    language: settings.language,
    page,
    self: absoluteUrl(`${scope.path === '/' ? '' : scope.path}/${file}`),
    // The hub is told of the feeds of everything only.
    hub: of === 'everything' ? hubUrl() : null,
    changed: await lastChange(),
    items: await Promise.all(posts.map((post) => toItem(post, settings))),
  }
}

/**
 * When a post last came, changed or went, or the settings changed: never earlier than what a feed shows changed, also where
 * a post only left.
 */
async function lastChange(): Promise<Date> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    SELECT greatest(changed_at, (SELECT max(visible_from) FROM publication WHERE visible_from <= now()),
      (SELECT max(visible_until) FROM publication WHERE visible_until <= now())) AS at FROM settings`
  if (row === undefined) throw new Error('there is always one row of settings')
  return row.at
}

type Scope = { name: string | null; path: string; posts: ListScope }

async function scopeOf(of: FeedOf, slug: string): Promise<Scope | null> {
  const encoded = encodeURIComponent(slug)
  if (of === 'everything') return { name: null, path: '/', posts: {} }
  if (of === 'tag') return named(await getLiveTag(slug), { path: `/tags/${encoded}`, posts: { tag: slug } })
  if (of === 'series')
    return named(await getLiveSeries(slug), { path: `/series/${encoded}`, posts: { series: slug } })
  return named(await getAuthor(slug), { path: `/authors/${encoded}`, posts: { author: slug } })
}

function named(found: { name: string } | null, scope: Omit<Scope, 'name'>): Scope | null {
  return found === null ? null : { ...scope, name: found.name }
}

type Look = Locale & { feedContent: string }

async function toItem(post: FeedPost, look: Look): Promise<FeedItem> {
  const url = absoluteUrl(post.path)
  const image = post.featuredImage ?? post.thumbnail
  return {
    id: post.feedId,
    url,
    title: post.title,
    summary: post.summary,
    html: look.feedContent === 'summary' ? null : absoluteHtml(wholeHtml(post, look), url),
    published: post.date,
    updated: post.updated ?? post.date,
    language: post.language,
    authors: post.authors.map(({ name }) => name),
    tags: post.tags.map(({ name }) => name),
    image: image === null ? null : absoluteUrl(image),
    enclosure: post.audio === null ? null : await enclosureOf(post.audio),
  }
}

const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** What the page shows: the featured image above the text, what was mended below, and the direction in which its language is written. */
function wholeHtml(post: FeedPost, locale: Locale): string {
  const { featuredImage, featuredImageAlt, language } = post
  const picture =
    featuredImage === null
      ? ''
      : `<p><img src="${escapeAttribute(featuredImage)}" alt="${escapeAttribute(featuredImageAlt ?? '')}"></p>`
  const whole = `${picture}${post.html}${correctionsHtml(post.corrections, locale)}`
  if (language === null) return whole
  return `<div lang="${escapeAttribute(language)}" dir="${directionOf(language)}">${whole}</div>`
}

function correctionsHtml(corrections: Correction[], locale: Locale): string {
  const notes = corrections.map(
    ({ at, html }) => `<p><strong>Correction, ${formatDay(at, locale)}:</strong> ${html}</p>`,
  )
  return notes.length === 0 ? '' : `<hr>${notes.join('')}`
}

const AUDIO_TYPES = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
}
const extension = z.enum(['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav'])

/** Our own audio has a known length; that of another host is not asked for. */
async function enclosureOf(audio: string) {
  const own = await describeAudio(audio)
  if (own !== null) return { url: absoluteUrl(audio), type: own.contentType, bytes: own.bytes }
  const known = extension.safeParse(new URL(absoluteUrl(audio)).pathname.split('.').at(-1)?.toLowerCase())
  return {
    url: absoluteUrl(audio),
    type: known.success ? AUDIO_TYPES[known.data] : 'audio/mpeg',
    bytes: null,
  }
}
