/** A text as one line that Markdown shows as it is between brackets. */
export function labelText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\\)([[\]])/g, '\\$1')
}

/** An address as Markdown takes it between parentheses. */
export function destination(address: string): string {
  const bare = address.trim()
  return /[\s()<>]/.test(bare) ? `<${bare.replace(/[<>\n]/g, encodeURIComponent)}>` : bare
}

export function link(label: string, address: string): string {
  return `[${labelText(label)}](${destination(address)})`
}

/** A picture; a caption of plain words becomes its title, which the page shows below it, one with markup a paragraph. */
export function picture(
  src: string,
  { alt, caption, href }: { alt: string; caption: string; href: string },
): string {
  const words = caption
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const marked = /<\w|\]\(|`|\*\w|https?:/.test(words)
  const title = words === '' || marked ? '' : ` "${words.replace(/(?<!\\)"/g, '\\"')}"`
  const image = `![${labelText(alt || (marked ? '' : words))}](${destination(src)}${title})`
  const linked = href === '' ? image : `[${image}](${destination(href)})`
  const mark = words.includes('*') ? '_' : '*'
  return marked ? `${linked}\n\n${mark}${words}${mark}` : linked
}

/** A picture or link of Markdown as HTML, for a place where nothing reads Markdown; null for anything else. */
export function asHtml(text: string): string | null {
  const found = /^(!?)\[((?:[^\]\\]|\\.)*)\]\((?:<([^<>]*)>|([^\s()<>]+))(?: "((?:[^"\\]|\\.)*)")?\)$/.exec(
    text,
  )
  if (found === null) return null
  const [, bang, label = '', wrapped, bare, title] = found
  const words = escapeHtml(label.replace(/\\(.)/g, '$1'))
  const address = escapeHtml(wrapped ?? bare ?? '')
  if (bang === '') return `<a href="${address}">${words}</a>`
  const named = title === undefined ? '' : ` title="${escapeHtml(title.replace(/\\(.)/g, '$1'))}"`
  return `<img src="${address}" alt="${words}"${named}>`
}

/** Lines as a quotation. */
export function quote(text: string): string {
  return trimBlankLines(text)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

export function callout(kind: string, title: string, inner: string): string {
  return `> [!${kind}]${title === '' ? '' : ` ${labelText(title)}`}\n${quote(inner)}`
}

export function details(summary: string, inner: string): string {
  return `<details>\n<summary>${escapeHtml(summary)}</summary>\n\n${trimBlankLines(inner)}\n\n</details>`
}

/** Code with a fence that is longer than any in it. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].slice(0, 1_000).map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${trimBlankLines(code)}\n${fence}`
}

/** Text as inline code, which nothing on the way to the page reads as markup. */
export function inlineCode(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  const fence = words.includes('`') ? '``' : '`'
  return words.includes('``')
    ? escapeHtml(words)
    : `${fence}${words.includes('`') ? ` ${words} ` : words}${fence}`
}

export function player(tag: 'audio' | 'video', src: string, poster: string): string {
  const still = poster === '' ? '' : ` poster="${escapeHtml(poster)}"`
  return `<${tag} controls src="${escapeHtml(src)}"${still}></${tag}>`
}

export function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}

/** The lines without the blanks that all of them begin with. */
export function dedent(text: string): string {
  const lines = text.split('\n')
  const depths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const depth = depths.reduce((least, some) => Math.min(least, some), Number.POSITIVE_INFINITY)
  return Number.isFinite(depth) ? lines.map((line) => line.slice(depth)).join('\n') : text
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
