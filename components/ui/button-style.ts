const variants = {
  primary: 'bg-ink text-canvas hover:bg-ink/85 border-transparent',
  plain: 'bg-surface text-ink border-edge/60 hover:bg-hover',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-hover',
  danger: 'bg-danger text-on-danger border-transparent hover:bg-danger/85',
} as const

const sizes = {
  small: 'h-8 px-2.5 text-[0.8125rem]',
  normal: 'h-9 px-3.5 text-sm',
  icon: 'size-9',
} as const

export type ButtonLook = {
  variant?: keyof typeof variants | undefined
  size?: keyof typeof sizes | undefined
  wide?: boolean | undefined
}

/** The classes of a button; for links that look like one, too. */
export function buttonStyle({ variant = 'plain', size = 'normal', wide = false }: ButtonLook = {}): string {
  const shape =
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors ' +
    'select-none disabled:cursor-not-allowed disabled:opacity-55 data-disabled:cursor-not-allowed data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0'
  return `${shape} ${variants[variant]} ${sizes[size]}${wide ? ' w-full' : ''}`
}
