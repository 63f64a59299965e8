'use client'

import { Upload } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { DeskPage } from '@/components/admin/desk-page'
import { MediaDialog, type MediaActions } from '@/components/media/media-dialog'
import { MediaThumbnail } from '@/components/media/media-thumbnail'
import { uploadMedia } from '@/components/media/upload'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Notice } from '@/components/ui/notice'
import type { LibraryItem } from '@/domain/media/library'
import { ACCEPTED, sizeInWords } from '@/domain/media/media'

type Props = { items: LibraryItem[]; next: string | null; actions: MediaActions }

export function MediaLibrary({ items, next, actions }: Props) {
  const router = useRouter()
  const picker = useRef<HTMLInputElement>(null)
  const [progress, setProgress] = useState<string | null>(null)
  const [troubles, setTroubles] = useState<string[]>([])
  const [opened, setOpened] = useState<LibraryItem | null>(null)

  async function upload(files: File[]) {
    setTroubles([])
    for (const file of files) {
      const answer = await uploadMedia(file, (part) =>
        setProgress(`${file.name}, ${Math.round(part * 100)} %`),
      )
      if (!answer.ok) setTroubles((before) => [...before, `${file.name}: ${answer.sentence}`])
    }
    setProgress(null)
    router.refresh()
  }

  return (
    <DeskPage
      title="Media"
      width="wide"
      action={
        <Button variant="primary" busy={progress !== null} onClick={() => picker.current?.click()}>
          <Upload aria-hidden />
          Upload
        </Button>
      }
    >
      <input
        ref={picker}
        type="file"
        multiple
        accept={ACCEPTED}
        aria-label="Files to upload"
        hidden
        onChange={(event) => {
          void upload([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <p role="status" className="mb-2 text-muted empty:hidden">
        {progress !== null && `Uploading ${progress}`}
      </p>
      {troubles.map((trouble) => (
        <div key={trouble} className="mb-2">
          <Notice tone="danger">{trouble}</Notice>
        </div>
      ))}
      {items.length === 0 && (
        <p className="rounded-lg border border-dashed border-line px-4 py-16 text-center text-muted">
          No pictures or sounds yet. Upload JPEG, PNG, WebP, GIF, MP3, M4A, Ogg or WAV files.
        </p>
      )}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => setOpened(item)}
              className="flex w-full flex-col gap-1.5 rounded-lg border border-line p-1.5 text-left hover:bg-hover"
            >
              <MediaThumbnail media={item} />
              <span className="w-full truncate text-[0.8125rem] font-medium">{item.fileName}</span>
              <span className="text-xs text-muted">
                {sizeInWords(item.bytes)}
                {item.width !== null && `, ${item.width} × ${item.height}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p className="py-5 text-center">
          <Link href={`/admin/media?after=${next}`} className={buttonStyle()}>
            Older files
          </Link>
        </p>
      )}
      {opened !== null && (
        <MediaDialog
          key={opened.id}
          item={opened}
          actions={actions}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null)
            router.refresh()
          }}
        />
      )}
    </DeskPage>
  )
}
