import { latenessInWords, quantile } from '@/components/schedule/lateness'
import type { Lateness } from '@/domain/schedule/health'

const WIDTH = 600
const HEIGHT = 140
const LEFT = 44
/** A decade each: what is a second late must not flatten what is a few milliseconds late. */
const DECADES = [10, 100, 1_000, 10_000, 100_000]
const TOP = 8
const BOTTOM = HEIGHT - 8

/** How late the last hundred were, oldest first, on a scale of decades; above the line is what broke the promise. */
export function LatenessPlot({ lateness }: { lateness: Lateness[] }) {
  const all = lateness.map(({ milliseconds }) => milliseconds)
  const [half, most, worst] = [quantile(all, 0.5), quantile(all, 0.95), Math.max(...all)].map(latenessInWords)
  const within = all.filter((milliseconds) => milliseconds <= 1_000).length
  const sentence = `Half were seen within ${half}, 95 of 100 within ${most}, the last within ${worst}.`
  return (
    <figure className="flex flex-col gap-2">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Lateness of the last ${all.length}. ${sentence}`}
        className="w-full text-muted"
      >
        {DECADES.map((decade) => (
          <g key={decade}>
            <line
              x1={LEFT}
              x2={WIDTH}
              y1={heightOf(decade)}
              y2={heightOf(decade)}
              className={decade === 1_000 ? 'stroke-warn' : 'stroke-line'}
              strokeDasharray={decade === 1_000 ? '4 3' : undefined}
            />
            <text x={LEFT - 6} y={heightOf(decade) + 4} textAnchor="end" fontSize="11" fill="currentColor">
              {latenessInWords(decade)}
            </text>
          </g>
        ))}
        {lateness.map(({ milliseconds }, at) => (
          <circle
            key={at}
            cx={LEFT + 8 + (at + 0.5) * ((WIDTH - LEFT - 16) / Math.max(20, lateness.length))}
            cy={heightOf(milliseconds)}
            r="3"
            className={milliseconds > 1_000 ? 'fill-warn' : 'fill-good'}
          />
        ))}
      </svg>
      <figcaption className="text-[0.8125rem] text-muted">
        {sentence} {within} of {all.length} within the promised second. Measured when the server itself saw
        the page as a stranger would, so readers saw it no later.
      </figcaption>
    </figure>
  )
}

function heightOf(milliseconds: number): number {
  const [low, high] = [Math.log10(10), Math.log10(100_000)]
  const at = Math.min(high, Math.max(low, Math.log10(Math.max(1, milliseconds))))
  return BOTTOM - ((at - low) / (high - low)) * (BOTTOM - TOP)
}
