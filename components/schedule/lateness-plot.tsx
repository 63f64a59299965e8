import { latenessInWords, quantile } from '@/components/schedule/lateness'
import type { Lateness } from '@/domain/schedule/health'

const HEIGHT = 140
const MARGIN = 8
/** A decade each: what is a second late must not flatten what is a few milliseconds late. */
const DECADES = { 10: '10 ms', 100: '100 ms', 1000: '1 s', 10000: '10 s', 100000: '100 s' }
const PROMISE_MS = 1_000
/** So that a few stand beside each other, and not far apart. */
const FEWEST_PLACES = 20

/** How late the last hundred were, oldest first, on a scale of decades; above the broken line is what broke the promise. */
export function LatenessPlot({ lateness }: { lateness: Lateness[] }) {
  const all = lateness.map(({ milliseconds }) => milliseconds)
  const within = all.filter((milliseconds) => milliseconds <= PROMISE_MS).length
  const [half, most, last] = [quantile(all, 0.5), quantile(all, 0.95), Math.max(...all)].map(latenessInWords)
  const sentence = `Half were seen within ${half}, 95 of 100 within ${most}, the last within ${last}.`
  const places = Math.max(FEWEST_PLACES, all.length)
  return (
    <figure className="flex flex-col gap-2">
      <svg
        role="img"
        aria-label={`Lateness of the last ${all.length}. ${sentence}`}
        width="100%"
        height={HEIGHT}
        className="text-muted"
      >
        {Object.entries(DECADES).map(([decade, label]) => (
          <text
            key={decade}
            x="44"
            y={heightOf(Number(decade)) + 4}
            textAnchor="end"
            fontSize="11"
            fill="currentColor"
          >
            {label}
          </text>
        ))}
        <svg x="52" className="w-[calc(100%-3.25rem)]" height={HEIGHT}>
          {Object.keys(DECADES)
            .map(Number)
            .map((decade) => (
              <line
                key={decade}
                x1="0"
                x2="100%"
                y1={heightOf(decade)}
                y2={heightOf(decade)}
                className={decade === PROMISE_MS ? 'stroke-warn' : 'stroke-line'}
                strokeDasharray={decade === PROMISE_MS ? '4 3' : undefined}
              />
            ))}
          {all.map((milliseconds, at) => (
            <circle
              key={at}
              cx={`${(((at + 0.5) / places) * 100).toFixed(2)}%`}
              cy={heightOf(milliseconds)}
              r="3"
              className={milliseconds > PROMISE_MS ? 'fill-warn' : 'fill-good'}
            />
          ))}
        </svg>
      </svg>
      <figcaption className="text-[0.8125rem] text-muted">
        {sentence} {within} of {all.length} within the promised second. Measured when the server itself saw
        the page as a stranger would: readers saw it no later.
      </figcaption>
    </figure>
  )
}

/** From 10 ms at the bottom to 100 s at the top. */
function heightOf(milliseconds: number): number {
  const decades = Math.log10(Math.max(10, Math.min(100_000, milliseconds))) - 1
  return HEIGHT - MARGIN - (decades / 4) * (HEIGHT - 2 * MARGIN)
}
