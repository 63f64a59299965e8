import type { Neighbour } from '@/domain/posts/queries'

type NeighboursProps = { newer: Neighbour | null; older: Neighbour | null }

export function Neighbours({ newer, older }: NeighboursProps) {
  if (newer === null && older === null) return null
  return (
    <nav className="neighbours" aria-label="Other posts">
      {older !== null && <NeighbourLink post={older} rel="prev" label="Previous" />}
      {newer !== null && <NeighbourLink post={newer} rel="next" label="Next" />}
    </nav>
  )
}

type NeighbourProps = { post: Neighbour; rel: 'prev' | 'next'; label: string }

function NeighbourLink({ post, rel, label }: NeighbourProps) {
  return (
    <a href={post.path} rel={rel} className={`neighbour neighbour-${rel}`}>
      <span className="label">{label}</span>
      <span className="neighbour-title" dir="auto">
        {post.title}
      </span>
    </a>
  )
}
