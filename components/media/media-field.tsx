'use client'

import { Images, Upload } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { type ListFiles, MediaPicker } from '@/components/media/media-picker'
import { uploadMedia } from '@/components/media/upload'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { addressOfMedia } from '@/domain/media/media'

type Props = {
  label: string
  kind: 'picture' | 'sound'
  value: string | null
  /** `alt` is what the library knows of a file that was chosen there. */
  onChange: (address: string | null, alt?: string | null) => void
  listFiles: ListFiles
  error: string | null
}

const accepted = {
  picture: 'image/jpeg,image/png,image/webp,image/gif',
  sound: 'audio/mpeg,audio/mp4,audio/ogg,audio/wav',
} as const

/** An address, or a file that has one or is uploaded and gets one; shown as readers would meet it. */
export function MediaField({ label, kind, value, onChange, listFiles, error }: Props) {
  const picker = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [progress, setProgress] = useState<number | null>(null)
  const [browsing, setBrowsing] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function upload(file: File | undefined) {
    if (file === undefined) return
    setTrouble(null)
    setProgress(0)
    const answer = await uploadMedia(file, setProgress)
    setProgress(null)
    if (!answer.ok) return setTrouble(answer.sentence)
    onChange(addressOfMedia(answer.value.key))
  }

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} error={trouble ?? error}>
        <div className="flex gap-2">
          <TextInput
            inputMode="url"
            placeholder="https:// or upload"
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value || null)}
          />
          <Button
            size="icon"
            aria-label={`Upload ${label.toLowerCase()}`}
            aria-describedby={hintId}
            busy={progress !== null}
            onClick={() => picker.current?.click()}
          >
            <Upload aria-hidden />
          </Button>
          <Button
            size="icon"
            aria-label={`${label} from the library`}
            title="A file that is there"
            onClick={() => setBrowsing(true)}
          >
            <Images aria-hidden />
          </Button>
        </div>
      </Field>
      <input
        ref={picker}
        type="file"
        accept={accepted[kind]}
        hidden
        onChange={(event) => {
          void upload(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <p id={hintId} role="status" className="text-xs text-muted empty:hidden">
        {progress !== null && `Uploading, ${Math.round(progress * 100)} %`}
      </p>
      {value !== null && kind === 'picture' && (
        <img
          src={value}
          alt=""
          className="max-h-40 w-full rounded-md border border-line bg-canvas object-contain"
        />
      )}
      {browsing && (
        <MediaPicker
          kind={kind === 'picture' ? 'pictures' : 'sounds'}
          list={listFiles}
          onClose={() => setBrowsing(false)}
          onChoose={({ key, alt }) => {
            setBrowsing(false)
            onChange(addressOfMedia(key), alt)
          }}
        />
      )}
      {value !== null && kind === 'sound' && <audio src={value} controls preload="none" className="w-full" />}
    </div>
  )
}
