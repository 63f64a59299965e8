'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Answer } from '@/lib/answer'

export function DemoSection({ removeDemo }: { removeDemo: () => Promise<Answer<number>> }) {
  const router = useRouter()
  const toast = useToast()
  const [busy, setBusy] = useState(false)

  async function remove() {
    setBusy(true)
    const answer = await removeDemo()
    setBusy(false)
    toast({ title: answer.ok ? `The demo is gone, ${answer.value} posts with it` : answer.sentence })
    router.refresh()
  }

  return (
    <section aria-labelledby="demo" className="mt-8 flex flex-col gap-2 border-t border-line pt-5">
      <h2 id="demo" className="font-semibold">
        Demo
      </h2>
      <p className="text-muted">
        Removes the demo posts, also those you changed, and their pictures. What you wrote yourself stays.
      </p>
      <div>
        <Button busy={busy} onClick={() => void remove()}>
          Remove the demo
        </Button>
      </div>
    </section>
  )
}
