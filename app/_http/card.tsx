import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { z } from 'zod'
import { CARD_SIZE, PostCard } from '@/components/post/post-card'
import { type Card, markOf } from '@/domain/cards/card'
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
  const drawn = await draw(card)
  await writeWhole(path, (temporary) => writeFile(temporary, drawn))
  return new Response(new Uint8Array(drawn), { headers: HEADERS })
}

const fonts = Promise.all(
  ['latin', 'latin-ext', 'cyrillic', 'greek'].map(async (part) => ({
    name: 'Source Serif',
    weight: 600 as const,
    data: await readFile(
      join(
        process.cwd(),
        'node_modules/@fontsource/source-serif-4/files',
        `source-serif-4-${part}-600-normal.woff`,
      ),
    ),
  })),
)

async function draw(card: Card): Promise<Buffer> {
  const image = new ImageResponse(<PostCard card={card} />, { ...CARD_SIZE, fonts: await fonts })
  return Buffer.from(await image.arrayBuffer())
}
