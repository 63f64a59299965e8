import type { PostSummary } from '@/domain/posts/live-post'

type NeighboursProps = { newer: PostSummary | null; older: PostSummary | null }

export function Neighbours({ newer, older }: NeighboursProps) {
  if (newer === null && older === null) return null
  return (
    <nav className="neighbours" aria-label="Other posts">
      {older !== null && <Neighbour post={older} rel="prev" label="Previous" />}
      {newer !== null && <Neighbour post={newer} rel="next" label="Next" />}
    </nav>
  )
}

type NeighbourProps = { post: PostSummary; rel: 'prev' | 'next'; label: string }

function Neighbour({ post, rel, label }: NeighbourProps) {
  return (
    <a href={post.path} rel={rel} className={`neighbour neighbour-${rel}`}>
      <span className="label">{label}</span>
      <span className="neighbour-title" dir="auto">
        {post.title}
      </span>
    </a>
  )
}
