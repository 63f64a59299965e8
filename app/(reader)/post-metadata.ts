import type { Metadata } from 'next'
import type { LivePost } from '@/domain/posts/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { absoluteUrl } from '@/lib/site-url'
import { pageMetadata } from './page-metadata'

/** The head of a post or static page. A canonical address of its own (the text appeared elsewhere first) wins. */
export async function postMetadata(post: LivePost): Promise<Metadata> {
  const site = await loadSite()
  const { title, summary, path } = post
  const head = pageMetadata({ site, title, description: summary, path })
  const picture = post.picture
  const images = picture && [
    {
      url: absoluteUrl(picture.src),
      alt: picture.alt,
      ...(picture.size === null ? {} : { width: picture.size.width, height: picture.size.height }),
    },
  ]
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
      ...(images && { images }),
    },
    twitter: { ...head.twitter, card: images ? 'summary_large_image' : 'summary', ...(images && { images }) },
  }
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
