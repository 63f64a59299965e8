import { addressOfCard } from '@/domain/cards/card'
import type { PostSummary } from '@/domain/posts/live-post'

type SiteFacts = { title: string; description: string; language: string }
type SiteLook = SiteFacts & { accent: string }
type PostFacts = PostSummary & { words: number; picture: { src: string } | null }

/** The home page as schema.org sees it. `origin` is the site's public origin. */
export function describeBlog({ title, description, language }: SiteFacts, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Blog',
    '@id': `${origin}/`,
    url: `${origin}/`,
    name: title,
    description: description || undefined,
    inLanguage: language,
  }
}

export function describePost(post: PostFacts, site: SiteLook, origin: string) {
  const url = origin + post.path
  const publisher = { '@type': 'Organization', name: site.title, url: `${origin}/` }
  const card = { postId: post.id, title: post.title, site: site.title, accent: site.accent }
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': url,
    mainEntityOfPage: url,
    headline: post.title,
    alternativeHeadline: post.subtitle ?? undefined,
    description: post.summary || undefined,
    datePublished: post.date.toISOString(),
    dateModified: (post.updated ?? post.date).toISOString(),
    // Search engines want one; whoever names nobody publishes as the site, as its feeds say too.
    author:
      post.authors.length === 0 ? publisher : post.authors.map((author) => describeName(author, origin)),
    publisher,
    image: new URL(post.picture?.src ?? addressOfCard(card), origin).href,
    keywords: post.tags.length === 0 ? undefined : post.tags.map(({ name }) => name),
    wordCount: post.words,
    inLanguage: post.language ?? site.language,
  }
}

/** Home → post. */
export function describeTrail(post: Pick<PostSummary, 'title' | 'path'>, site: SiteFacts, origin: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: site.title, item: `${origin}/` },
      { '@type': 'ListItem', position: 2, name: post.title, item: origin + post.path },
    ],
  }
}

type AuthorFacts = { name: string; slug: string; bio: string | null; url: string | null }

export function describeAuthor(author: AuthorFacts, origin: string) {
  return {
    '@context': 'https://schema.org',
    ...describeName(author, origin),
    description: author.bio ?? undefined,
    sameAs: author.url === null ? undefined : [author.url],
  }
}

function describeName({ name, slug }: { name: string; slug: string }, origin: string) {
  return { '@type': 'Person', name, url: `${origin}/authors/${encodeURIComponent(slug)}` }
}
