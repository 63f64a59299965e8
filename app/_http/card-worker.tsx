import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { ImageResponse } from 'next/og.js'
import { CARD_SIZE, PostCard } from '@/components/post/post-card'
import type { Card } from '@/domain/cards/card'

// Linux gives each thread its own; elsewhere this would slow the whole process down.
if (process.platform === 'linux') setPriority(10)

const FONTS = join(process.cwd(), 'node_modules/@fontsource/source-serif-4/files')
const fonts = Promise.all(
  ['latin', 'latin-ext', 'cyrillic', 'greek'].map(async (part) => ({
    name: 'Source Serif',
    weight: 600 as const,
    data: await readFile(join(FONTS, `source-serif-4-${part}-600-normal.woff`)),
  })),
)

/** What `drawCard` calls in its thread, by this name. Answers the bytes of a PNG. */
export async function draw(card: Card): Promise<Uint8Array> {
  const image = new ImageResponse(<PostCard card={card} />, { ...CARD_SIZE, fonts: await fonts })
  return new Uint8Array(await image.arrayBuffer())
}
