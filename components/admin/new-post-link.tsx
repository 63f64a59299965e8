import { Plus } from 'lucide-react'
import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'

export function NewPostLink() {
  return (
    <Link href="/admin/posts/new" className={buttonStyle({ variant: 'primary' })}>
      <Plus aria-hidden />
      New post
    </Link>
  )
}
