import { Pin } from 'lucide-react'
import Link from 'next/link'
import { StatusDot } from '@/components/admin/status-dot'
import type { DeskRow } from '@/domain/posts/desk-queries'

type Props = { post: DeskRow; chosen: boolean; onToggle: () => void }

export function PostRow({ post, chosen, onToggle }: Props) {
  const title = post.title === '' ? 'Untitled' : post.title
  return (
    <tr className={`border-b border-line align-top ${chosen ? 'bg-accent-soft' : 'hover:bg-canvas'}`}>
      <td className="py-2.5">
        <input
          type="checkbox"
          aria-label={`Choose ${title}`}
          checked={chosen}
          onChange={onToggle}
          className="size-4 align-middle accent-accent"
        />
      </td>
      <td className="py-2.5 pr-3">
        <Link
          href={`/admin/posts/${post.id}`}
          className="rounded-sm font-medium wrap-break-word hover:underline"
        >
          {title}
        </Link>
        {post.pinned && <Pin aria-label="Pinned" className="ml-1.5 inline size-3.5 text-muted" />}
        {post.kind === 'page' && <span className="ml-1.5 text-xs text-muted">Page</span>}
        <p className="mt-0.5 flex items-start gap-1.5 text-[0.8125rem] text-balance text-muted md:hidden">
          <StatusDot status={post.status} />
          {post.sentence}
        </p>
        {post.tags.length > 0 && <p className="mt-0.5 truncate text-xs text-muted">{post.tags.join(', ')}</p>}
      </td>
      <td className="py-2.5 pr-3 max-md:hidden">
        <p className="flex items-start gap-1.5 text-[0.8125rem] text-balance text-muted">
          <StatusDot status={post.status} />
          {post.sentence}
        </p>
      </td>
      <td className="truncate py-2.5 pr-3 text-[0.8125rem] text-muted max-lg:hidden">
        {post.authors.join(', ')}
      </td>
      <td className="py-2.5 text-[0.8125rem] text-muted max-md:hidden">{post.changed}</td>
    </tr>
  )
}
