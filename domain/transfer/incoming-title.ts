import type { Notes } from '@/domain/transfer/import-notes'

/** A title for a source that names none: its first heading, else the name of the file. */
export function guessTitle(body: string, name: string, notes: Notes): string {
  const heading = findHeading(body)
  notes.repair(
    heading === null
      ? 'the title was taken from the file name'
      : 'the title was taken from the first heading',
  )
  return heading ?? humanise(name)
}

function findHeading(body: string): string | null {
  let fenced = false
  let above = ''
  for (const whole of body.split('\n', 500)) {
    const line = whole.slice(0, 2000)
    if (/^ {0,3}(```|~~~)/.test(line)) fenced = !fenced
    const atx = /^ {0,3}#{1,6}\s+(.{1,500})/.exec(line)?.[1]?.replace(/\s+#+\s*$/, '')
    const html = /<(h[1-3]|title)\b[^>]{0,200}>(.{1,500}?)<\/\1>/i.exec(line)?.[2]
    const setext = /^ {0,3}(={2,}|-{3,})\s*$/.test(line) && /^[^\s#>|*+-]/.test(above) ? above : undefined
    const text = fenced ? '' : plain(atx ?? html ?? setext ?? '')
    if (text !== '') return text
    above = line
  }
  return null
}

function plain(markdown: string): string {
  const text = markdown
    .replace(/<[^<>]{1,200}>/g, '')
    .replace(/!?\[([^[\]]{0,300})\]\([^()]{0,300}\)/g, '$1')
    .replace(/\s*\{#[^{}]{0,100}\}\s*$/, '')
    .replace(/(\*\*|__|`)(.{1,300}?)\1/g, '$2')
    .replace(/(?<!\w)([*_])([^*_]{1,300})\1(?!\w)/g, '$2')
  return text.replace(/\s+/g, ' ').trim()
}

function humanise(name: string): string {
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(name)) return name
  const words = name.replace(/[-_\s]+/g, ' ').trim()
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1)
}
