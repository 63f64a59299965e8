const WIDTH = 760
const ROW = 34
const LABEL = 190

export function drawTable(results) {
  const rows = results.map(({ name, perSecond, lowest, highest, of, ratio }) => [
    name,
    perSecond.toLocaleString('en'),
    `${Math.round(lowest).toLocaleString('en')}–${Math.round(highest).toLocaleString('en')}`,
    ratio === null ? '' : `${ratio.toFixed(2)} × ${of}`,
  ])
  const lines = [['', 'requests/s (median)', 'lowest–highest', 'ratio'], ...rows]
  return alignColumns(lines)
}

/** Rows of cells with their columns under each other. */
export function alignColumns(lines) {
  const widths = lines[0].map((_cell, column) => Math.max(...lines.map((line) => line[column].length)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Bars of the medians with the spread of the rounds as a line. */
export function drawPlot(results) {
  const most = Math.max(...results.map(({ highest }) => highest))
  const scale = (WIDTH - LABEL - 90) / most
  const bars = results.map(({ name, perSecond, lowest, highest }, row) => {
    const y = 50 + row * ROW
    const end = LABEL + perSecond * scale
    return [
      `<text x="${LABEL - 10}" y="${y + 15}" text-anchor="end">${name}</text>`,
      `<rect x="${LABEL}" y="${y + 2}" width="${(perSecond * scale).toFixed(1)}" height="18" fill="${name.startsWith('Octavo') ? '#a4341f' : '#b9b2a4'}"/>`,
      `<path d="M${(LABEL + lowest * scale).toFixed(1)} ${y + 11}H${(LABEL + highest * scale).toFixed(1)}" stroke="#171513"/>`,
      `<text x="${(Math.max(end, LABEL + highest * scale) + 8).toFixed(1)}" y="${y + 15}">${perSecond.toLocaleString('en')}</text>`,
    ].join('')
  })
  const height = 70 + results.length * ROW
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#171513">
<rect width="${WIDTH}" height="${height}" fill="#fcfaf6"/>
<text x="20" y="28" font-size="15">Requests a second, 32 connections, median of interleaved rounds</text>
${bars.join('\n')}
</svg>
`
}

/** Milliseconds by the number of posts, with how the largest blog compares to the smallest. */
export function drawGrowth(growth) {
  const [smallest, largest] = [growth[0], growth.at(-1)]
  if (smallest === undefined || largest === undefined) return ''
  const names = {
    article: 'article, cold',
    home: 'home after a publish',
    deep: 'deep page, cold',
    publish: 'publish',
  }
  const head = [
    'milliseconds, p50 / p95',
    ...growth.map(({ posts }) => `${posts.toLocaleString('en')} posts`),
    'p95, last to first',
  ]
  const rows = Object.entries(names).map(([key, name]) => [
    name,
    ...growth.map(({ milliseconds }) => `${milliseconds[key].p50} / ${milliseconds[key].p95}`),
    `${(largest.milliseconds[key].p95 / smallest.milliseconds[key].p95).toFixed(2)} ×`,
  ])
  const memory = ['memory of the server', ...growth.map(({ megabytes }) => `${megabytes} MB`), '']
  return alignColumns([head, ...rows, memory])
}
