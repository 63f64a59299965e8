import { answerMedia, findMediaFile } from '@/domain/media/serving'
import { streamFile } from '@/lib/storage'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ path: string[] }> }

/** A file of the library, where our own server does not stand in front (`server/media.ts`). */
export async function GET({ headers: asked }: Request, { params }: Context) {
  const { path } = await params
  const file = path.length === 1 ? await findMediaFile(path[0] ?? '') : null
  if (file === null) return missing()
  const wish = {
    range: asked.get('range'),
    ifRange: asked.get('if-range'),
    ifNoneMatch: asked.get('if-none-match'),
  }
  const { status, headers, bytes } = answerMedia(file, wish)
  return new Response(bytes === null ? null : streamFile(file.path, bytes), { status, headers })
}

function missing() {
  return new Response('There is no such file.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
