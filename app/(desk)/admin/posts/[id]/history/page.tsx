import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { reviewActions } from '@/app/(desk)/admin/posts/editor-actions'
import { orNotFound } from '@/app/(desk)/admin/posts/or-not-found'
import { requireActor } from '@/app/_http/session'
import { DeskPage } from '@/components/admin/desk-page'
import { HistoryList } from '@/components/history/history-list'
import { VersionView } from '@/components/history/version-view'
import { buttonStyle } from '@/components/ui/button-style'
import { listHistory } from '@/domain/posts/history'
import { historyView, postId } from '@/domain/posts/schema'
import { compareVersions } from '@/domain/posts/version-comparison'

export const metadata: Metadata = { title: 'History' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PostHistory({ params, searchParams }: Props) {
  const actor = await requireActor()
  const parsed = postId.safeParse((await params).id)
  if (!parsed.success) notFound()
  const id = parsed.data
  const { to, from, page } = historyView.parse(await searchParams)
  // The older one is the one before, whichever was chosen first.
  const wish = to !== null && from !== null && from > to ? { to: from, from: to } : { to, from }
  const [history, comparison] = await orNotFound(() =>
    Promise.all([listHistory(actor, { id, page }), compareVersions(actor, { id, ...wish })]),
  )
  if (comparison === null) notFound()
  return (
    <DeskPage
      title="History"
      width="wide"
      action={
        <Link href={`/admin/posts/${id}`} className={buttonStyle()}>
          <ArrowLeft aria-hidden />
          To the text
        </Link>
      }
    >
      <p className="-mt-3 mb-4 text-muted wrap-anywhere">
        {history.post.title === '' ? 'Untitled' : history.post.title}
      </p>
      <div className="grid gap-6 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <HistoryList
          history={history}
          shown={comparison.after.number}
          comparedWith={comparison.before?.number ?? null}
        />
        <VersionView post={history.post} comparison={comparison} reviews={reviewActions} />
      </div>
    </DeskPage>
  )
}
