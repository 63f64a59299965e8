type PagerProps = { page: number; pages: number; base: string }

/** Numbered pages of a list; `base` is the address of the first (`/` or `/tags/time`). */
export function Pager({ page, pages, base }: PagerProps) {
  if (pages <= 1) return null
  const address = (number: number) => (number === 1 ? base : `${base === '/' ? '' : base}/page/${number}`)
  return (
    <nav aria-label="Pages" className="pager label">
      {page > 1 && (
        <a href={address(page - 1)} rel="prev" className="pager-step">
          Newer
        </a>
      )}
      <ol className="pager-numbers">
        {numbersAround(page, pages).map((number, at) => (
          <li key={number ?? `gap-${at}`}>
            {number === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={address(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={`Page ${number}`}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={address(page + 1)} rel="next" className="pager-step">
          Older
        </a>
      )}
    </nav>
  )
}

/** The first, the last and those around the current one, with null where some are left out. */
export function numbersAround(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, at) => {
    const before = shown[at - 1]
    if (before === undefined || number === before + 1) return [number]
    return number === before + 2 ? [number - 1, number] : [null, number]
  })
}
