import { accent, bar, ink, line, mix, paper, range, sheet, stroke } from './sheet.ts'

const grey = mix(paper, ink, 0.62)
const white = '#fffdf8'

/** Where sixteen pages lie on the two sides of an octavo sheet. */
export function octavoSheet(): string {
  return sheet(
    paper,
    [
      ...side(60, 'Outer side', [5, 12, 9, 8], [4, 13, 16, 1]),
      ...side(830, 'Inner side', [7, 10, 11, 6], [2, 15, 14, 3]),
    ],
    { width: 1600, height: 760 },
  )
}

function side(left: number, title: string, upper: number[], lower: number[]): string[] {
  const [w, h, top] = [710, 500, 160]
  const page = (number: number, column: number, row: number) => {
    const [x, y] = [left + (column + 0.5) * (w / 4), top + (row + 0.5) * (h / 2)]
    const turn = row === 0 ? ` transform="rotate(180 ${x} ${y})"` : ''
    return `<g${turn}>${text(x, y + 28, String(number), 80, number === 1 ? accent.vermilion : ink)}</g>`
  }
  const folds = [1, 2, 3].map((i) =>
    line([
      [left + (i * w) / 4, top],
      [left + (i * w) / 4, top + h],
    ]),
  )
  folds.push(
    line([
      [left, top + h / 2],
      [left + w, top + h / 2],
    ]),
  )
  return [
    text(left + w / 2, 105, title, 42, ink),
    bar(left, top, w, h, white),
    `<path d="${folds.join('')}" stroke="${grey}" stroke-width="3" stroke-dasharray="4 14" stroke-linecap="round"/>`,
    `<rect x="${left}" y="${top}" width="${w}" height="${h}" fill="none" stroke="${ink}" stroke-width="4"/>`,
    ...upper.map((number, column) => page(number, column, 0)),
    ...lower.map((number, column) => page(number, column, 1)),
  ]
}

/** One paragraph in three measures, with the way of the eye back to the next line. */
export function threeMeasures(): string {
  return sheet(
    paper,
    [
      ...setting(70, 160, '30 letters'),
      ...setting(320, 352, '66 letters'),
      ...setting(765, 765, '145 letters'),
    ],
    { width: 1600, height: 640 },
  )
}

function setting(left: number, w: number, label: string): string[] {
  const rows = range(8).map((row) => 170 + row * 54)
  const returns = rows.slice(1).map((y) =>
    line([
      [left + w, y - 46],
      [left, y],
    ]),
  )
  return [
    text(left, 100, label, 40, ink, 'start'),
    ...rows.map((y, row) => bar(left, y - 8, row === 7 ? w * 0.6 : w, 16, mix(paper, ink, 0.34), 4)),
    stroke(returns.join(''), accent.red, 4),
  ]
}

/** Hours of UTC and what Berlin's clocks showed, in spring and in autumn. */
export function twoNights(): string {
  return sheet(
    paper,
    [
      ...hours(110, 'UTC', ['00:00', '01:00', '02:00', '03:00'], []),
      ...hours(320, '30 March', ['01:00', '03:00', '04:00', '05:00'], []),
      ...hours(530, '26 October', ['02:00', '02:00', '03:00', '04:00'], [0, 1]),
      stroke(
        line([
          [693, 300],
          [693, 440],
        ]),
        accent.vermilion,
        10,
      ),
      text(693, 482, 'no 02:00', 34, accent.vermilion),
    ],
    { width: 1600, height: 700 },
  )
}

function hours(top: number, name: string, starts: string[], twice: number[]): string[] {
  const cells = starts.flatMap((start, i) => {
    const colour = twice.includes(i) ? accent.blue : white
    const [x, w] = [400 + i * 293, 281]
    return [
      `<rect x="${x}" y="${top}" width="${w}" height="100" rx="8" fill="${colour}" stroke="${ink}" stroke-width="3"/>`,
      text(x + 24, top + 65, start, 42, twice.includes(i) ? white : ink, 'start'),
    ]
  })
  return [text(60, top + 65, name, 42, name === 'UTC' ? grey : ink, 'start'), ...cells]
}

function text(x: number, y: number, words: string, size: number, colour: string, anchor = 'middle'): string {
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" fill="${colour}" text-anchor="${anchor}">${words}</text>`
}
