import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What the page is mostly for, at its upper right. */
  action?: ReactNode
  width?: keyof typeof widths
  children: ReactNode
}

const widths = { form: 'max-w-xl', list: 'max-w-3xl', wide: 'max-w-6xl' } as const

/** A page of the desk: its heading stands at the same place on all of them. */
export function DeskPage({ title, action, width = 'list', children }: Props) {
  return (
    <div className={`px-4 py-5 md:px-8 md:py-7 ${widths[width]}`}>
      <header className="mb-4 flex min-h-9 items-center justify-between gap-3">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {action}
      </header>
      {children}
    </div>
  )
}
