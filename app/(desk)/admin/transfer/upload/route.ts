import { currentActor } from '@/app/_http/session'
import { statusOfRefusal } from '@/app/_http/status'
import { refusedBy } from '@/app/_http/refused'
import { receiveImport } from '@/domain/transfer/receive-import'
import type { Answer } from '@/lib/answer'
import { Refusal } from '@/lib/errors'

export const dynamic = 'force-dynamic'

/** An archive as the body of the request; its name in `?name=`, that of its source in `?source=`. */
export async function POST(request: Request) {
  const { searchParams } = new URL(request.url)
  const fileName = searchParams.get('name') ?? ''
  const source = searchParams.get('source') ?? ''
  try {
    const actor = await currentActor()
    if (actor === null)
      throw new Refusal('unauthenticated', 'Your session has ended. Sign in again to go on.')
    const length = Number(request.headers.get('content-length') ?? 0)
    const value = await receiveImport(actor, { fileName, source, length, body: request.body })
    return answer({ ok: true, value }, 201)
  } catch (error) {
    const refused = refusedBy(error)
    return answer(refused, statusOfRefusal(refused.code))
  }
}

function answer(body: Answer<string>, status: number) {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
}
