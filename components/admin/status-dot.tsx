import type { PostStatus } from '@/domain/posts/post'

const colors: Record<PostStatus, string> = {
  draft: 'border-2 border-edge',
  scheduled: 'bg-accent',
  live: 'bg-good',
  expired: 'bg-warn',
  trashed: 'bg-danger',
}

/** Only repeats by colour what the sentence beside it says. */
export function StatusDot({ status }: { status: PostStatus }) {
  return <span aria-hidden className={`mt-[0.4em] size-2 shrink-0 rounded-full ${colors[status]}`} />
}
