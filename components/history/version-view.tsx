import { RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { Comparison } from '@/components/history/comparison'
import { ShareVersion } from '@/components/reviews/share-version'
import type { ReviewActions } from '@/components/reviews/review-actions'
import { buttonStyle } from '@/components/ui/button-style'
import type { History } from '@/domain/posts/history'
import type { VersionComparison } from '@/domain/posts/version-comparison'

type Props = { post: History['post']; comparison: VersionComparison; reviews: ReviewActions }

/** What one version changed, and what can be done with it. */
export function VersionView({ post, comparison: { before, after, changes }, reviews }: Props) {
  const isNewest = after.number === post.version
  return (
    <section aria-label="What changed" className="min-w-0">
      <header className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base font-semibold">
            {before === null
              ? `Version ${after.number}, the first`
              : `Version ${after.number} compared with version ${before.number}`}
          </h2>
          <p className="text-muted">{`${after.words} by ${after.by ?? 'the command line'}, ${after.when}`}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ShareVersion postId={post.id} version={after.number} actions={reviews} />
          {!isNewest && post.mayEdit && (
            <Link
              href={`/admin/posts/${post.id}/history/${after.number}`}
              prefetch={false}
              className={buttonStyle()}
            >
              <RotateCcw aria-hidden />
              Restore…
            </Link>
          )}
        </div>
      </header>
      <Comparison changes={changes} />
    </section>
  )
}
