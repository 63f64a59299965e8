import { z } from 'zod'
import { sendFile } from '@/components/ui/send-file'
import type { Answer } from '@/lib/answer'

const media = z.object({
  id: z.string(),
  key: z.string(),
  contentType: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
})
export type Uploaded = z.output<typeof media>

/** Sends a file to the library; `onProgress` hears the sent part, 0 to 1. */
export function uploadMedia(
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Answer<Uploaded>> {
  const address = `/admin/media/upload?name=${encodeURIComponent(file.name)}`
  return sendFile({ address, file, value: media }, onProgress, signal)
}
