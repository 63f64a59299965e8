import { Music } from 'lucide-react'
import type { LibraryItem } from '@/domain/media/library'
import { addressOfMedia, isAudio } from '@/domain/media/media'

/** What a file looks like among others. */
export function MediaThumbnail({ media }: { media: Pick<LibraryItem, 'key' | 'alt' | 'contentType'> }) {
  if (isAudio(media.contentType))
    return (
      <span className="grid aspect-[4/3] w-full place-items-center rounded bg-canvas">
        <Music aria-hidden className="size-6 text-muted" />
      </span>
    )
  return (
    <img
      src={addressOfMedia(media.key)}
      alt={media.alt ?? ''}
      loading="lazy"
      className="aspect-[4/3] w-full rounded bg-canvas object-contain"
    />
  )
}
