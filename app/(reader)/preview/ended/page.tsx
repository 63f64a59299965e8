import type { Metadata } from 'next'
import { PageHeading } from '@/components/reader/page-heading'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Not found',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

/** What every review link answers that does not work, whyever that is. The server gives it the status 404. */
export default function ReviewEnded() {
  return (
    <div className="frame">
      <PageHeading title="There is nothing to review here.">
        <p>This review link has ended, was taken back, or is not whole. Ask whoever sent it for a new one.</p>
      </PageHeading>
    </div>
  )
}
