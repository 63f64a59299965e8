import type { BodyContext } from './body-context'
import { calloutKind } from './box-tags'
import { listLines, type Line } from './lines'
import { callout, dedent, details, trimBlankLines } from './markdown-pieces'

// Boxes in boxes are read anew by each around them.
const deepest = 6

type Box = { colons: number; name: string; title: string; lines: string[]; at: number; indent: string }

/** `:::note Title` … `:::`, `!!! note "Title"` with its text indented, and `> [!info]- Title`, as callouts. */
export function convertAdmonitions(body: string, context: BodyContext): string {
  if (!/^[ \t]*(:::|!!!|\?\?\?)|\[!\w/m.test(body)) return body
  return convertColons(convertExclamations(renameCallouts(listLines(body), context), context), context)
}

function renameCallouts(lines: Line[], { notes }: BodyContext): string {
  return lines
    .map(({ text, code, at }) => {
      const found = code ? null : /^(\s*>[\s>]*\[!)([\w-]+)(?:\|[^\]]*)?(\])([+-]?)(.*)$/.exec(text)
      const kind = found === null ? null : calloutKind(found[2] ?? '')
      if (found === null || (kind === found[2]?.toUpperCase() && found[4] === '')) return text
      notes.repaired(`[!${found[2]}] became a callout`, at)
      const title = (found[5] ?? '').trim()
      const named = title === '' && kind === null ? ` ${capital(found[2] ?? '')}` : title && ` ${title}`
      return `${found[1]}${kind ?? 'NOTE'}${found[3]}${named}`
    })
    .join('\n')
}

/** MkDocs: the text of a box is what is indented below its head. */
function convertExclamations(body: string, { notes }: BodyContext): string {
  if (!/^[ \t]*(!!!|\?\?\?)/m.test(body)) return body
  const lines = listLines(body)
  const kept: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const head = line.code
      ? null
      : /^([ \t]*)(?:!!!|\?\?\?\+?)\s+([\w-]+)[^"\n]*(?:"([^"]*)")?\s*$/.exec(line.text)
    const indent = head?.[1] ?? ''
    const end = head === null ? index : endOfIndented(lines, index + 1, indent.length + 2)
    const inner = lines.slice(index + 1, end).map(({ text }) => text)
    if (head === null || inner.every((text) => text.trim() === '')) {
      kept.push(line.text)
      continue
    }
    notes.repaired(`!!! ${head[2]} became a callout`, line.at)
    kept.push(
      indented(
        callout(calloutKind(head[2] ?? '') ?? 'NOTE', head[3] ?? '', dedent(inner.join('\n'))),
        indent,
      ),
      '',
    )
    index = end - 1
  }
  return kept.join('\n')
}

function endOfIndented(lines: Line[], from: number, depth: number): number {
  let end = from
  const inside = (text: string) =>
    text.trim() === '' || text.startsWith('\t') || text.startsWith(' '.repeat(depth))
  while (end < lines.length && inside(lines[end]?.text ?? '')) end += 1
  return end
}

/** Docusaurus, VitePress and Pandoc: boxes end with as many colons as they began, and hold other boxes. */
function convertColons(body: string, context: BodyContext): string {
  if (!/^[ \t]*:::/m.test(body)) return body
  const root: string[] = []
  const open: Box[] = []
  const current = () => open.at(-1)?.lines ?? root
  const close = () => {
    const box = open.pop()
    if (box !== undefined) current().push(indented(boxText(box, context), box.indent))
  }
  for (const { text, code, at } of listLines(body)) {
    const found = code ? null : /^([ \t]*)(:{3,})\s*(.*?)\s*:*\s*$/.exec(text)
    const rest = found?.[3] ?? ''
    const [, name = '', title = ''] = /^\{?\.?([\w-]+)\}?\s*(.*)$/.exec(rest) ?? []
    if (found !== null && rest === '' && open.length > 0) close()
    else if (found !== null && name !== '' && open.length < deepest)
      open.push({
        colons: found[2]?.length ?? 3,
        name,
        title: bareTitle(title),
        lines: [],
        at,
        indent: found[1] ?? '',
      })
    else current().push(text)
  }
  while (open.length > 0) close()
  return root.join('\n')
}

function boxText({ name, title, lines, at }: Box, { notes }: BodyContext): string {
  const inner = dedent(lines.join('\n'))
  const kind = calloutKind(name)
  if (kind !== null) {
    notes.repaired(`:::${name} became a callout`, at)
    return callout(kind, title, inner)
  }
  if (/^(details|spoiler|collapse)$/i.test(name)) {
    notes.repaired(`:::${name} became a fold-out`, at)
    return details(title || 'Details', inner)
  }
  notes.reported(`the box :::${name} is not known here, its text was kept`, at)
  return trimBlankLines(inner)
}

function bareTitle(title: string): string {
  return title
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^\{?(?:title=)?"(.*)"\}?$/, '$1')
    .replace(/^\{.*\}$/, '')
}

function indented(text: string, indent: string): string {
  return indent + text.replaceAll('\n', `\n${indent}`)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
