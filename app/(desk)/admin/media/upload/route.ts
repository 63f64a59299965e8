import { currentActor } from '@/app/_http/session'
import { statusOfRefusal } from '@/app/_http/status'
import { refusedBy } from '@/app/_http/refused'
import { receiveMedia } from '@/domain/media/receive'
import type { Answer } from '@/lib/answer'
import { Refusal } from '@/lib/errors'

export const dynamic = 'force-dynamic'

/** One file as the body of the request, its name in `?name=`. */
export async function POST(request: Request) {
  const name = new URL(request.url).searchParams.get('name') ?? 'file'
  try {
    const actor = await currentActor()
    if (actor === null)
      throw new Refusal('unauthenticated', 'Your session has ended. Sign in again to go on.')
    const length = Number(request.headers.get('content-length') ?? 0)
    const value = await receiveMedia(actor, { fileName: name, length, body: request.body })
    return answer({ ok: true, value }, 201)
  } catch (error) {
    const refused = refusedBy(error)
    return answer(refused, statusOfRefusal(refused.code))
  }
}

function answer(body: Answer<unknown>, status: number) {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
}
