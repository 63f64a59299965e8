// Draws every picture of the demo and the icons of the site: node prisma/seed/make-pictures.ts
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { fold, measure } from './pictures/books.ts'
import { bells, horizon, leap, zones } from './pictures/clocks.ts'
import { octavoSheet, threeMeasures, twoNights } from './pictures/diagrams.ts'
import { mark, tile } from './pictures/mark.ts'
import { feed, flow, plain, small } from './pictures/texts.ts'

const media = join(import.meta.dirname, 'media')
const site = join(import.meta.dirname, '../../public')
const pictures = {
  ...{ fold, measure, zones, leap, bells, horizon, feed, flow, plain, small },
  ...{ 'octavo-sheet': octavoSheet, 'three-measures': threeMeasures, 'two-nights': twoNights },
}

await mkdir(media, { recursive: true })
await mkdir(site, { recursive: true })
for (const [name, draw] of Object.entries(pictures))
  await writePicture(name, draw(), name === 'fold' ? 64 : 16)

await writeFile(join(site, 'icon.svg'), mark())
await writeTile('icon-512.png', 512, 0)
await writeTile('apple-touch-icon.png', 180, 0)
await writeFavicon()

/** Line art of few colours is sharper and smaller lossless than at any lossy quality. */
async function writePicture(name: string, svg: string, colours: number) {
  const flat = await sharp(Buffer.from(svg)).png({ palette: true, colours, dither: 0 }).toBuffer()
  const { size } = await sharp(flat)
    .webp({ lossless: true, effort: 6 })
    .toFile(join(media, `${name}.webp`))
  console.log(`${name}.webp ${Math.round(size / 1000)} kB`)
}

async function writeTile(name: string, size: number, corner: number) {
  await writeFile(join(site, name), await drawTile(size, corner))
}

function drawTile(size: number, corner: number): Promise<Buffer> {
  return sharp(Buffer.from(tile(size, corner)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
}

/** Programs ask for /favicon.ico whatever a page says. An ICO may hold a PNG as it is, behind 22 bytes of directory. */
async function writeFavicon() {
  const png = await drawTile(32, 12)
  const head = Buffer.alloc(22)
  head.set([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0])
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  await writeFile(join(site, 'favicon.ico'), Buffer.concat([head, png]))
}
