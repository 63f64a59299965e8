'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { FailingJob } from '@/domain/schedule/health'
import type { Answer } from '@/lib/answer'

type Props = {
  jobs: (Omit<FailingJob, 'again'> & { again: string | null })[]
  retry: (id: string) => Promise<Answer<void>>
}

const names: Record<string, string> = {
  announce: 'Announcing',
  'check-receipt': 'Looking at the site as a reader does',
  'warm-card': 'Drawing the picture for sharing',
  'send-webhook': 'Telling the webhook',
  'ping-hub': 'Telling the hub of the feeds',
  'send-reset': 'Mailing a link for a new password',
  'mail-alarm': 'Mailing the owners of a failure',
  'render-pending': 'Rendering texts',
  'run-import': 'Importing',
  'make-variants': 'Making a picture in several widths',
}

/** What failed, why, and a way to have it tried again at once. */
export function FailingJobs({ jobs, retry }: Props) {
  const router = useRouter()
  const toast = useToast()
  const [busy, setBusy] = useState<string | null>(null)

  async function again(id: string) {
    setBusy(id)
    const answer = await retry(id)
    setBusy(null)
    toast({ title: answer.ok ? 'It is tried again now' : answer.sentence })
    router.refresh()
  }

  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {jobs.map(({ id, name, title, postId, attempts, reason, again: next }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-3 py-2.5">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium wrap-anywhere">
              {names[name] ?? name}
              {title !== null && (
                <>
                  {' of '}
                  <a href={`/admin/posts/${postId}`} className="underline underline-offset-2">
                    {title === '' ? 'an untitled post' : title}
                  </a>
                </>
              )}
            </p>
            <p className="text-[0.8125rem] wrap-anywhere text-danger">{reason}</p>
            <p className="text-[0.8125rem] text-muted">
              {attempts === 1 ? 'Tried once' : `Tried ${attempts} times`},{' '}
              {next === null ? 'and given up' : `again ${next}`}
            </p>
          </div>
          <Button size="small" busy={busy === id} onClick={() => void again(id)}>
            Try again
            <span className="sr-only">
              {' '}
              {names[name] ?? name} {title}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
