import type { Metadata } from 'next'
import { CARD_SIZE } from '@/components/post/post-card'
import { addressOfCard } from '@/domain/cards/card'
import type { LivePost } from '@/domain/posts/queries'
import type { SiteSettings } from '@/domain/settings/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { absoluteUrl } from '@/lib/site-url'
import { pageMetadata } from './page-metadata'

/** The head of a post or static page. A canonical address of its own (the text appeared elsewhere first) wins. */
export async function postMetadata(post: LivePost): Promise<Metadata> {
  const site = await loadSite()
  const { title, summary, path } = post
  const head = pageMetadata({ site, title, description: summary, path })
  const images = [pictureOf(post, site)]
  return {
    ...head,
    authors: post.authors.map(({ name, slug }) => ({
      name,
      url: absoluteUrl(`/authors/${encodeURIComponent(slug)}`),
    })),
    alternates: {
      ...head.alternates,
      ...(post.canonicalUrl === null ? {} : { canonical: absoluteUrl(post.canonicalUrl) }),
    },
    openGraph: {
      ...head.openGraph,
      ...(post.kind === 'post' ? articleFacts(post) : {}),
      images,
    },
    twitter: { ...head.twitter, card: 'summary_large_image', images },
    ...(post.noindex ? { robots: { index: false, follow: true } } : {}),
  }
}

/** Its own picture, else the card with its title. */
function pictureOf(post: LivePost, site: SiteSettings) {
  const { id: postId, title, picture } = post
  if (picture === null) {
    const { title: siteTitle, accent } = site
    return {
      url: absoluteUrl(addressOfCard({ postId, title, site: siteTitle, accent })),
      alt: title,
      ...CARD_SIZE,
    }
  }
  return { url: absoluteUrl(picture.src), alt: picture.alt, ...picture.size }
}

function articleFacts({ date, updated, authors, tags }: LivePost) {
  return {
    type: 'article',
    publishedTime: date.toISOString(),
    modifiedTime: (updated ?? date).toISOString(),
    authors: authors.map(({ slug }) => absoluteUrl(`/authors/${encodeURIComponent(slug)}`)),
    tags: tags.map(({ name }) => name),
  } as const
}
