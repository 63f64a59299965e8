import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { drawCard } from '@/app/_http/draw-card'
import { markOf } from '@/domain/cards/card'
import { getCard } from '@/domain/cards/queries'
import { dataPath, readIfThere, writeWhole } from '@/lib/storage'

const address = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{12}\.png$/)
const HEADERS = { 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable' }

/** A post's card: drawn when it is first asked for, and kept. An address of before a change leads to what it shows now. */
export async function answerCard(name: string): Promise<Response> {
  const file = address.safeParse(name)
  const card = file.success ? await getCard(file.data.slice(0, 36)) : null
  if (card === null) return new Response('Not found.\n', { status: 404 })
  const path = dataPath('cards', `${card.postId}-${markOf(card)}.png`)
  const kept = await readIfThere(path)
  if (kept !== null) return new Response(new Uint8Array(kept), { headers: HEADERS })
  const drawn = await drawCard(card)
  await writeWhole(path, (temporary) => writeFile(temporary, drawn))
  return new Response(new Uint8Array(drawn), { headers: HEADERS })
}
