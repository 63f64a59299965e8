const WIDTH = 760
const HEIGHT = 320
const [LEFT, RIGHT, TOP, BOTTOM] = [60, 20, 70, 50]
const STEP_MS = 50
const SHOWN_MS = 1_200

/** How many posts were first seen how long after their moment, in steps of 50 ms, with the promised second as a line. */
export function drawLateness(lateness: number[]): string {
  const steps = Array.from({ length: SHOWN_MS / STEP_MS }, () => 0)
  for (const milliseconds of lateness) {
    const at = Math.min(steps.length - 1, Math.max(0, Math.floor(milliseconds / STEP_MS)))
    steps[at] = (steps[at] ?? 0) + 1
  }
  const most = Math.max(1, ...steps)
  const across = (milliseconds: number) => LEFT + (milliseconds / SHOWN_MS) * (WIDTH - LEFT - RIGHT)
  const up = (count: number) => HEIGHT - BOTTOM - (count / most) * (HEIGHT - TOP - BOTTOM)
  const bars = steps.map((count, at) =>
    count === 0
      ? ''
      : `<rect x="${(across(at * STEP_MS) + 1).toFixed(1)}" y="${up(count).toFixed(1)}" width="${(across(STEP_MS) - LEFT - 2).toFixed(1)}" height="${(HEIGHT - BOTTOM - up(count)).toFixed(1)}" fill="#a4341f"/>`,
  )
  const ticks = [0, 200, 400, 600, 800, 1_000, 1_200].map(
    (tick) =>
      `<text x="${across(tick).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${tick}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" fill="#171513">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fcfaf6"/>
<text x="20" y="28" font-size="15">When a scheduled post was first seen, in ms after its moment</text>
<text x="20" y="48">${lateness.length} posts, one a second, asked for every 50 ms on two servers</text>
${bars.join('\n')}
<path d="M${LEFT} ${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" stroke="#171513"/>
<path d="M${across(1_000)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#171513" stroke-dasharray="4 3"/>
<text x="${across(1_000) - 6}" y="${TOP + 12}" text-anchor="end">promised</text>
<text x="${LEFT - 8}" y="${up(most) + 5}" text-anchor="end">${most}</text>
${ticks.join('\n')}
</svg>
`
}
