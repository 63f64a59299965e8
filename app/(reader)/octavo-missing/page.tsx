import type { Metadata } from 'next'
import { MissingPage } from '@/app/(reader)/missing-page'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

/**
 * What the server answers, with status 404, wherever Next has nothing: Next itself leaves the document of `notFound()` empty
 * and fills it by script, and documents have none.
 */
export default function MissingAddress() {
  return <MissingPage />
}
