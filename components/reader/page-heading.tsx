import type { ReactNode } from 'react'

type PageHeadingProps = { kind?: string | undefined; title: string; children?: ReactNode }

/** The top of a list: what kind of list it is, its name, and what there is to say about it. */
export function PageHeading({ kind, title, children }: PageHeadingProps) {
  return (
    <header className="page-heading">
      {kind !== undefined && <p className="label page-heading-kind">{kind}</p>}
      <h1 className="page-heading-title" dir="auto">
        {title}
      </h1>
      {children !== undefined && (
        <div className="page-heading-text" dir="auto">
          {children}
        </div>
      )}
    </header>
  )
}
