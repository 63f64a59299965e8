import { Button } from '@/components/ui/button'
import type { ReviewLink } from '@/domain/reviews/review'

type Props = { links: ReviewLink[]; onEnd: (link: ReviewLink) => void }

/** The links that work: who made each, for what, until when, and how often it was read. */
export function ReviewLinks({ links, onEnd }: Props) {
  if (links.length === 0) return <p className="text-muted">No link is open.</p>
  return (
    <section aria-label="Open links">
      <h3 className="mb-1.5 font-semibold">
        {links.length === 1 ? '1 open link' : `${links.length} open links`}
      </h3>
      <ul className="divide-y divide-line rounded-md border border-line">
        {links.map((link) => (
          <li key={link.id} className="flex items-center justify-between gap-3 px-3 py-2">
            <div className="min-w-0">
              <p className="font-medium">
                {link.version === null ? 'Always the newest version' : `Version ${link.version} only`}
              </p>
              <p className="text-xs text-muted">{`Ends ${link.ends}`}</p>
              <p className="text-xs text-muted">{`Made by ${link.by ?? 'the command line'}, ${link.made}`}</p>
              <p className="text-xs text-muted">{viewsOf(link)}</p>
            </div>
            <Button
              size="small"
              onClick={() => onEnd(link)}
              aria-label={`End the link made by ${link.by ?? 'the command line'}, ${link.made}`}
            >
              End
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function viewsOf({ views, lastViewed }: ReviewLink): string {
  if (lastViewed === null) return 'Not viewed yet'
  return `${views === 1 ? 'Viewed once' : `Viewed ${views} times`}, last ${lastViewed}`
}
