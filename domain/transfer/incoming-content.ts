import { isAddress, postContent, type PostContent } from '@/domain/posts/schema'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import { rewriteReferences } from '@/domain/transfer/rewrite-references'
import { Refusal } from '@/lib/errors'

/** What the texts of an import lead to once its pictures and people are in: references and names as we keep them. */
export type Landed = { addresses: ReadonlyMap<string, string>; bylineIds: string[] }

/** A file of an import as the content that forms also send, by the same schema. Refuses (`invalid`) with the field at fault. */
export function contentOfIncoming(post: IncomingPost, { addresses, bylineIds }: Landed): PostContent {
  const place = (reference: string | null) => {
    const address = placeOf(reference, addresses)
    if (reference !== null && address === null && !post.warnings.some((told) => told.includes(reference)))
      post.warnings.push(`“${reference}” leads nowhere and was left out`)
    return address
  }
  const parsed = postContent.safeParse({
    kind: post.kind === 'page' ? 'page' : 'post',
    title: post.title,
    subtitle: post.subtitle,
    description: post.description,
    slug: post.slug,
    body: rewriteReferences(post.body, addresses),
    tags: post.tags,
    series: post.series.map((name) => ({
      name,
      position: post.seriesPositions.get(name) ?? post.seriesPosition,
    })),
    bylineIds,
    featuredImage: place(post.featuredImage),
    featuredImageAlt: post.featuredImageAlt,
    thumbnail: place(post.thumbnail),
    audio: place(post.audio),
    canonicalUrl: post.canonicalUrl,
    comments: post.comments ?? true,
    toc: post.toc ?? true,
    noindex: post.noindex,
    math: post.math === true ? 'dollars' : 'double',
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal('invalid', issue?.message ?? 'The post breaks a rule.', {
    field: String(issue?.path[0] ?? ''),
  })
}

/** A picture that did not come along leads nowhere here; the source file still names it. Blanks are written as browsers send them. */
function placeOf(reference: string | null, addresses: Landed['addresses']): string | null {
  if (reference === null) return null
  const address = addresses.get(reference) ?? reference.replace(/^\/\/+/, 'https://').replace(/\s/g, '%20')
  return isAddress(address) ? address : null
}
