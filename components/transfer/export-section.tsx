import { Download } from 'lucide-react'
import { TransferSection } from '@/components/transfer/transfer-section'
import { buttonStyle } from '@/components/ui/button-style'

type Props = { posts: number; files: number }

/** What there is to take along, and the way to it: an ordinary download. */
export function ExportSection({ posts, files }: Props) {
  return (
    <TransferSection title="Export">
      <p className="max-w-prose text-muted">
        Everything as Markdown with its pictures and sounds:{' '}
        {counted(posts, 'post and page', 'posts and pages')}, drafts included, and {counted(files, 'file')}.
        What was imported and never touched comes back byte for byte. What lies in the trash stays here.
      </p>
      <p>
        <a href="/admin/transfer/export" className={buttonStyle({})}>
          <Download aria-hidden className="size-4" />
          Download a zip
        </a>
      </p>
      <p className="max-w-prose text-muted">
        On the machine itself, <code>npm run octavo -- export FOLDER</code> writes the same into a folder, and
        only what changed when it is called again.
      </p>
    </TransferSection>
  )
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
