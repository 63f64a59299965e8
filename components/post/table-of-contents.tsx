import type { Heading } from '@/domain/markdown/rendered'

type Contents = { headings: Heading[] }

/** Beside the text, where there is room. */
export function MarginContents({ headings }: Contents) {
  return (
    <nav className="margin-contents label" aria-label="On this page" data-contents="">
      <p className="contents-title">On this page</p>
      <ContentsList headings={headings} />
    </nav>
  )
}

/** Folded above the text, where there is not. */
export function FoldedContents({ headings }: Contents) {
  return (
    <details className="folded-contents label">
      <summary>On this page</summary>
      <nav aria-label="Contents">
        <ContentsList headings={headings} />
      </nav>
    </details>
  )
}

function ContentsList({ headings }: Contents) {
  return (
    <ol dir="auto">
      {headings.map(({ id, text, depth }) => (
        <li key={id} data-depth={depth}>
          <a href={`#${encodeURIComponent(id)}`} suppressHydrationWarning>
            {text}
          </a>
        </li>
      ))}
    </ol>
  )
}
