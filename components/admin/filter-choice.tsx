import { controlStyle } from '@/components/ui/control-style'

type Props = {
  name: string
  /** What stands there while nothing is chosen. */
  all: string
  value: string
  options: { name: string; slug: string }[]
  onChange: (slug: string) => void
}

/** The browser's own list: it stays quick with a thousand names. None where there is nothing to choose. */
export function FilterChoice({ name, all, value, options, onChange }: Props) {
  if (options.length === 0 && value === '') return null
  // What the address names and nobody offers (any more) stands there too, so that it can be seen and taken away.
  const isKnown = value === '' || options.some(({ slug }) => slug === value)
  return (
    <select
      name={name}
      aria-label={name.charAt(0).toUpperCase() + name.slice(1)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${controlStyle} w-auto min-w-0 flex-[1_1_7rem] md:max-w-40 ${value === '' ? 'text-muted' : 'border-ink font-medium'}`}
    >
      <option value="">{all}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.slug} value={option.slug}>
          {option.name}
        </option>
      ))}
    </select>
  )
}
