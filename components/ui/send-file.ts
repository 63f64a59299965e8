import { z } from 'zod'
import type { Answer } from '@/lib/answer'

/** Sends a file as the body of a POST; `onProgress` hears the sent part, 0 to 1. `fetch` cannot tell it, XMLHttpRequest can. */
export function sendFile<Value>(
  { address, file, value }: { address: string; file: File; value: z.ZodType<Value> },
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Answer<Value>> {
  const answer = z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), code: z.literal('invalid').catch('invalid'), sentence: z.string() }),
  ])
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
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

function failed(sentence: string) {
  return { ok: false, code: 'unavailable', sentence } as const
}
