import { seeded } from '../seeded.ts'
import { accent, bar, height, ink, line, night, paper, range, sheet, stroke, width } from './sheet.ts'

/** Signals that spread from one corner. */
export function feed(): string {
  const random = seeded(304)
  const arcs = range(21).map((i) => {
    const radius = 120 + i * 66
    const yellow = i === 9
    const length = 40 + random() * 500
    const gap = 14 + random() * 60
    const dash = yellow
      ? ''
      : `stroke-dasharray="${length.toFixed(0)} ${gap.toFixed(0)} ${(length / 5).toFixed(0)} ${gap.toFixed(0)}"`
    const weight = yellow ? 34 : 3 + 20 * random() ** 2.2
    return `<circle cx="110" cy="790" r="${radius}" fill="none" stroke="${yellow ? accent.yellow : '#f3ead8'}" stroke-width="${weight.toFixed(1)}" ${dash}/>`
  })
  return sheet(night, [
    `<clipPath id="c"><path d="M110 0H1600V790H110Z"/></clipPath><g clip-path="url(#c)">${arcs.join('')}</g>`,
    `<circle cx="110" cy="790" r="52" fill="${accent.yellow}"/>`,
  ])
}

/** Strokes of type in even rows, and a wave that passes through them. */
export function plain(): string {
  const random = seeded(1963)
  const marks = range(24).flatMap((row) =>
    range(62).map((column) => {
      const x = 65 + column * 24.1
      const y = 82 + row * 32
      const crest = 450 + 190 * Math.sin(column / 9.5) + 40 * Math.sin(column / 3.1)
      const near = Math.exp(-(((y - crest) / 95) ** 2))
      const slope = Math.atan(
        (190 / 9.5 / 24.1) * Math.cos(column / 9.5) + (40 / 3.1 / 24.1) * Math.cos(column / 3.1),
      )
      return near > 0.42 ? wind(x, y, slope, near) : glyph(x, y, Math.floor(random() * 5))
    }),
  )
  return sheet(paper, marks)
}

function wind(x: number, y: number, slope: number, near: number): string {
  const size = 5 + near * 7.5
  const [dx, dy] = [size * Math.cos(slope), size * Math.sin(slope)]
  return stroke(
    line([
      [x - dx, y - dy],
      [x + dx, y + dy],
    ]),
    accent.ochre,
    3.5 + near * 9,
  )
}

function glyph(x: number, y: number, kind: number): string {
  if (kind === 4) return `<circle cx="${x.toFixed(1)}" cy="${y}" r="2.8" fill="${ink}"/>`
  const angle = (kind * Math.PI) / 4
  const [dx, dy] = [7.5 * Math.cos(angle), 7.5 * Math.sin(angle)]
  return stroke(
    line([
      [x - dx, y - dy],
      [x + dx, y + dy],
    ]),
    ink,
    2.8,
  )
}

const bayer = [
  [0, 32, 8, 40, 2, 34, 10, 42],
  [48, 16, 56, 24, 50, 18, 58, 26],
  [12, 44, 4, 36, 14, 46, 6, 38],
  [60, 28, 52, 20, 62, 30, 54, 22],
  [3, 35, 11, 43, 1, 33, 9, 41],
  [51, 19, 59, 27, 49, 17, 57, 25],
  [15, 47, 7, 39, 13, 45, 5, 37],
  [63, 31, 55, 23, 61, 29, 53, 21],
]

/** A sphere in ordered dithering: sixty-four thresholds and one ink. */
export function small(): string {
  const cell = 10
  const dots = range(height / cell).flatMap((row) =>
    range(width / cell).flatMap((column) => {
      const threshold = ((bayer[row % 8]?.[column % 8] ?? 0) + 0.5) / 64
      return lightAt(column, row) < threshold ? [bar(column * cell, row * cell, cell, cell, ink)] : []
    }),
  )
  return sheet(paper, [...dots, bar(1170, 600, 120, 120, accent.plum)])
}

function lightAt(x: number, y: number): number {
  const [dx, dy] = [(x - 66) / 31, (y - 41) / 31]
  const inside = 1 - dx * dx - dy * dy
  if (inside > 0) return Math.max(0.02, 0.06 + 1.02 * (-0.52 * dx - 0.6 * dy + 0.62 * Math.sqrt(inside)))
  const shadow = Math.exp(-(((x - 92) / 32) ** 4) - ((y - 73) / 6) ** 2)
  const plain = y < 60 ? 1 - 0.62 * (1 - y / 60) ** 1.3 : 1.02 - (y - 60) * 0.002
  return plain - 0.95 * shadow
}

/** Grain that flows around an island. */
export function flow(): string {
  const random = seeded(22)
  const island = { x: 1040, y: 430, r: 165 }
  const strokes = range(500).map((i) => {
    let [x, y] = [((i % 20) + random()) * 90 - 200, (Math.floor(i / 20) + random()) * 39 - 45]
    const points = range(38).map((): [number, number] => {
      const [vx, vy] = streamAt(x, y, island)
      x += vx * 7
      y += vy * 7
      return [x, y]
    })
    const clear = points.filter(([px, py]) => Math.hypot(px - island.x, py - island.y) > island.r + 12)
    return clear.length < 5 ? '' : stroke(line(clear), ink, 2 + random() * 3.6)
  })
  return sheet(paper, [
    ...strokes,
    `<circle cx="${island.x}" cy="${island.y}" r="${island.r}" fill="${accent.teal}"/>`,
  ])
}

/** Flow past a cylinder, plus a slow swell; the length of the answer is about 1. */
function streamAt(x: number, y: number, island: { x: number; y: number; r: number }): [number, number] {
  const [dx, dy] = [x - island.x, y - island.y]
  const distance = Math.max(dx * dx + dy * dy, 1)
  const push = (island.r * 1.12) ** 2 / distance ** 2
  const swell = 0.42 * Math.sin(x / 260 + y / 420) + 0.2 * Math.sin(y / 130)
  const [vx, vy] = [1 - push * (dx * dx - dy * dy), swell - 2 * push * dx * dy]
  const speed = Math.max(Math.hypot(vx, vy), 0.01)
  return [vx / speed, vy / speed]
}
