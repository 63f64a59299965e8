import Link from 'next/link'
import { DeskPage } from '@/components/admin/desk-page'
import { buttonStyle } from '@/components/ui/button-style'

export default function NotFound() {
  return (
    <DeskPage title="There is nothing here">
      <p className="mb-5 text-muted">
        The address may be mistyped, what was here may be deleted for good, or you may not see it.
      </p>
      <Link href="/admin/posts" className={buttonStyle()}>
        All posts
      </Link>
    </DeskPage>
  )
}
