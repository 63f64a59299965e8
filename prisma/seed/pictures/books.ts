import { seeded } from '../seeded.ts'
import { accent, bar, ink, line, mix, paper, range, sheet, stroke } from './sheet.ts'

/** Eight leaves that stand open around one spine. */
export function fold(): string {
  const ground = '#ebe1cf'
  const leaves = range(8).map((i) => ({ i, angle: ((11 + i * 22.57) * Math.PI) / 180 }))
  const fromBack = leaves.toSorted((a, b) => Math.sin(a.angle) - Math.sin(b.angle))
  return sheet(ground, [
    `<ellipse cx="800" cy="742" rx="640" ry="52" fill="${mix(ground, ink, 0.1)}"/>`,
    ...fromBack.map(({ i, angle }) => leaf(angle, i === 5)),
  ])
}

function leaf(angle: number, coloured: boolean): string {
  const at = (along: number, down: number): [number, number] => {
    const near = 1 + 0.3 * Math.sin(angle) * along
    return [
      800 - 610 * Math.cos(angle) * along,
      420 + (down - 0.5) * 600 * near + 46 * Math.sin(angle) * along,
    ]
  }
  const light = 0.5 - 0.5 * Math.cos(angle)
  const face = coloured ? mix(accent.vermilion, ink, 0.04) : mix('#fffdf7', '#d9cfba', light)
  const outline = line([at(0, 0), at(1, 0), at(1, 1), at(0, 1)])
  const text = range(15).map((row) => {
    const down = 0.16 + row * 0.047
    return line([at(0.16, down), at(row % 5 === 4 ? 0.5 : 0.8, down)])
  })
  return [
    `<path d="${outline}Z" fill="${face}"/>`,
    stroke(text.join(''), coloured ? '#fff3e6' : ink, 4, coloured ? 0.75 : 0.3),
    stroke(line([at(0, 0), at(1, 0), at(1, 1), at(0, 1)]), ink, 2, 0.75),
  ].join('')
}

/** Lines of words that grow past the measure. */
export function measure(): string {
  const random = seeded(66)
  const edge = 1010
  const rows = range(19).flatMap((row) => {
    const end = 330 + 1130 * ((row + 1) / 19) ** 0.8
    return words(random, 140, end).map(([x, w]) => {
      const beyond = x + w > edge
      return bar(x, 92 + row * 38.4, w, 17, beyond ? mix(paper, ink, 0.2) : ink, 2)
    })
  })
  return sheet(paper, [...rows, bar(edge + 8, 56, 9, 788, accent.red)])
}

function words(random: () => number, start: number, end: number): [number, number][] {
  const found: [number, number][] = []
  let x = start
  while (true) {
    const letters = 1 + Math.floor(random() * 5) + Math.floor(random() * 5)
    const w = letters * 13
    if (x + w > end) return found
    found.push([x, w])
    x += w + 13
  }
}
