'use client'

import { DeskPage } from '@/components/admin/desk-page'
import { Button } from '@/components/ui/button'

/** Also met when the server is away while one goes from page to page. */
export default function Failed({ reset }: { reset: () => void }) {
  return (
    <DeskPage title="This page could not be shown">
      <p className="mb-5 text-muted">
        Octavo met an error and noted it in its log. What you saved is safe. Try again in a moment.
      </p>
      <Button onClick={reset}>Try again</Button>
    </DeskPage>
  )
}
