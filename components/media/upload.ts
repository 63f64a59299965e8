import { z } from 'zod'
import type { Answer } from '@/lib/answer'

const media = z.object({
  id: z.string(),
  key: z.string(),
  contentType: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
})
export type Uploaded = z.output<typeof media>

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: media }),
  z.object({ ok: z.literal(false), code: z.literal('invalid').catch('invalid'), sentence: z.string() }),
])

/** Sends a file to the library; `onProgress` hears the sent part, 0 to 1. `fetch` cannot tell it, XMLHttpRequest can. */
export function uploadMedia(
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Answer<Uploaded>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/admin/media/upload?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      const parsed = answer.safeParse(request.response)
      resolve(parsed.success ? parsed.data : failed(`The server answered ${request.status}.`))
    }
    request.onerror = () => resolve(failed('The connection broke off. Try again.'))
    request.onabort = () => resolve(failed('The upload was stopped.'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function failed(sentence: string): Answer<Uploaded> {
  return { ok: false, code: 'unavailable', sentence }
}
