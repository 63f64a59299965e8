type NameIndexProps = { base: '/tags'; names: { name: string; slug: string; count: number }[] }

/** Names with the number of their posts, in columns, as at the end of a book. */
export function NameIndex({ base, names }: NameIndexProps) {
  return (
    <ul className="name-index">
      {names.map(({ name, slug, count }) => (
        <li key={slug}>
          <a href={`${base}/${encodeURIComponent(slug)}`} dir="auto">
            {name}
          </a>
          <span className="label">{countOf(count)}</span>
        </li>
      ))}
    </ul>
  )
}

/** `1 post`, `7 posts` */
export function countOf(count: number, noun = 'post'): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
