import { accent, ink, line, mix, night, paper, range, sheet, stroke } from './sheet.ts'

/** Meridians that make way for a border. */
export function zones(): string {
  const bend = (y: number) =>
    95 * Math.tanh((y - 300) / 60) - 130 * Math.tanh((y - 560) / 45) + 40 * Math.sin(y / 150)
  const meridian = (u: number) =>
    range(91).map((step): [number, number] => {
      const y = step * 10
      return [-260 + u * 2120 + bend(y) * Math.exp(-(((u - 0.53) / 0.17) ** 2)), y]
    })
  const band = line([...meridian(0.5), ...meridian(0.56).toReversed()])
  const lines = range(83).map((i) => {
    const u = i / 82
    const inside = u > 0.5 && u < 0.56
    return stroke(line(meridian(u)), inside ? paper : ink, i % 4 === 0 ? 4.2 : 1.9, inside ? 0.55 : 0.95)
  })
  return sheet(paper, [`<path d="${band}Z" fill="${accent.blue}"/>`, ...lines])
}

/** One ring for each leap second; the sixty-first tick of each is orange. */
export function leap(): string {
  const ticks = range(27).flatMap((ring) => {
    const radius = 96 + ring * 17.6 + ring ** 1.55 * 0.5
    const turn = ring * 0.0365
    return range(61).map((tick) => {
      const angle = (tick / 61) * 2 * Math.PI + turn - Math.PI / 2
      const extra = tick === 0
      const from = radius
      const to = radius + (extra ? 13 : 6 + ring * 0.22)
      const point = (r: number): [number, number] => [800 + r * Math.cos(angle), 450 + r * Math.sin(angle)]
      const colour = extra ? accent.orange : mix(night, '#f3ead8', 0.95 - ring * 0.01)
      return stroke(line([point(from), point(to)]), colour, extra ? 13 : 3.4 + ring * 0.12)
    })
  })
  return sheet(night, ticks)
}

/** Two bells within earshot of each other. */
export function bells(): string {
  const rings = (x: number, y: number, green: number) =>
    range(16).map((i) => {
      const weight = i === green ? 16 : 10.5 * (1 - i / 16) ** 1.25 + 0.8
      const colour = i === green ? accent.green : ink
      return `<circle cx="${x}" cy="${y}" r="${22 + i * 46}" fill="none" stroke="${colour}" stroke-width="${weight.toFixed(2)}"/>`
    })
  return sheet(paper, [...rings(530, 500, -1), ...rings(1110, 390, 6)])
}

/** A disc half risen over level lines. */
export function horizon(): string {
  const level = 560
  const waves = range(26).map((i) => {
    const y = level + 14 + i ** 1.32 * 4.9
    const points = range(161).map((step): [number, number] => {
      const x = step * 10
      const near = Math.exp(-(((x - 800) / (190 + i * 9)) ** 2))
      return [x, y + near * (2 + i * 0.42) * Math.sin(x / (17 + i * 1.1) + i * 1.9)]
    })
    return stroke(line(points), mix('#f3ead8', night, 0.12 + i * 0.018), 1.6 + i * 0.13)
  })
  const sky = range(13).map((i) => {
    const y = level - 40 - i ** 1.3 * 15
    return stroke(
      line([
        [0, y],
        [1600, y],
      ]),
      '#f3ead8',
      1.2,
      0.3 - i * 0.02,
    )
  })
  return sheet(night, [
    ...sky,
    `<path d="M510 ${level}A290 290 0 0 1 1090 ${level}Z" fill="${accent.orange}"/>`,
    `<path d="M570 ${level}A230 230 0 0 1 1030 ${level}Z" fill="#f7dfb4"/>`,
    stroke(
      line([
        [0, level],
        [1600, level],
      ]),
      '#f3ead8',
      3,
    ),
    ...waves,
  ])
}
