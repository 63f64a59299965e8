import type { Generator } from '@/domain/transfer/body/body-context'
import { convertBody } from '@/domain/transfer/body/convert-body'
import type { IncomingHead } from '@/domain/transfer/incoming-head'
import { listReferences } from '@/domain/transfer/references'
import { rewriteReferences } from '@/domain/transfer/rewrite-references'
import { inSite, type Site } from '@/domain/transfer/site/site'
import { findFile, localPath } from '@/domain/transfer/source-media'

const pageEnding = /\.(md|mdx|markdown|html?)$/i

type Known = { head: IncomingHead; site: Site }

/** The text of a file as standard Markdown, with its links to other files of the source leading to where those are now. */
export function readBody(
  { path, source }: { path: string; source: string },
  { head, site }: Known,
): { body: string; toc: boolean } {
  const told = countNotes(source, head)
  const from = { path: inSite(path, site.prefix), language: head.language, former: head.addresses.former }
  const pageAt = (reference: string) => site.pages?.find(reference, from) ?? null
  const { body, toc } = convertBody(markExcerpt(head, site), {
    path,
    generator: generatorOf(head, site),
    values: head.values,
    siteTexts: site.config.texts,
    pageAt,
    fileAt: (reference) => {
      const wanted = localPath(reference, site)
      return wanted === null ? null : findFile(wanted, path, site)
    },
    fileNamed: (name) => {
      const found = site.byName.get(name)
      return found === undefined || pageEnding.test(found) ? null : `/${found}`
    },
    notes: told,
  })
  told.tell()
  const links = new Map(
    [...new Set(listReferences(body))].flatMap((reference) => {
      const address = addressOf(reference, pageAt)
      return address === null || address === reference ? [] : [[reference, address] as const]
    }),
  )
  return { body: rewriteReferences(body, links), toc }
}

/** Jekyll can be asked, for each file, to leave its tags alone. */
function generatorOf({ values, place }: IncomingHead, { generator }: Site): Generator {
  if (values.render_with_liquid === false) return 'plain'
  return generator === 'unknown' && place.inPosts ? 'jekyll' : generator
}

function addressOf(reference: string, pageAt: (reference: string) => string | null): string | null {
  const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(reference.replace(/^[{|]filename[}|]/, '')) ?? []
  if (target === '' || !isLink(target)) return null
  const address = pageAt(target)
  return address === null ? null : `${address}${rest.startsWith('#') ? rest : ''}`
}

// A word alone may be the name of a page, but it is no address of one.
function isLink(target: string): boolean {
  return /[/.]/.test(target) && !/\.(png|jpe?g|gif|svg|webp|avif|mp3|mp4|pdf|zip)$/i.test(target)
}

/** Sites that end an excerpt with a mark of their own get ours. */
function markExcerpt({ body, values }: IncomingHead, { config, generator }: Site): string {
  if (generator === 'docusaurus')
    return body.replace(/<!--\s*truncate\s*-->|\{\/\*\s*truncate\s*\*\/\}/, '<!--more-->')
  const mark = typeof values.excerpt_separator === 'string' ? values.excerpt_separator : config.excerptMark
  const own = mark !== null && /^<!--.*-->$/.test(mark.trim()) ? mark.trim() : null
  return own === null ? body : body.replace(own, '<!--more-->')
}

/** One sentence for each kind of change, with the line where it was first made and how often. */
function countNotes(source: string, { bodyLine, body, notes }: IncomingHead) {
  const seen = new Map<string, { at: number; count: number; tell: (sentence: string) => void }>()
  const note = (tell: (sentence: string) => void) => (what: string, at: number) => {
    const before = seen.get(what)
    if (before === undefined) seen.set(what, { at, count: 1, tell })
    else before.count += 1
  }
  return {
    repaired: note((sentence) => notes.repair(sentence)),
    reported: note((sentence) => notes.warn(sentence)),
    tell() {
      for (const [what, { at, count, tell }] of seen) {
        const line = bodyLine + (source === '' ? 0 : body.slice(0, at).split('\n').length - 1)
        tell(`line ${line}: ${what}${count > 1 ? `, ${count} times` : ''}`)
      }
    },
  }
}
