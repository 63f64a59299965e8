import type { Named } from '@/domain/posts/live-post'

export function TagLinks({ tags }: { tags: Named[] }) {
  return (
    <ul className="tag-links label" aria-label="Tags">
      {tags.map(({ name, slug }) => (
        <li key={slug}>
          <a href={`/tags/${encodeURIComponent(slug)}`} rel="tag" dir="auto">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
