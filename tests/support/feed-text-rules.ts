import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { parseSrcset } from '@/domain/markdown/addresses'
import type { XmlElement } from '@/tests/support/xml'

type Element = DefaultTreeAdapterTypes.Element

// What the validator takes for safe in a feed, as far as our renderer could write it.
const ELEMENTS = new Set(
  ('a abbr address article aside b bdi blockquote br caption cite code col colgroup data dd del details dfn div dl dt em ' +
    'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark meter ol p picture pre progress q rp rt ruby s ' +
    'samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr').split(' '),
) // prettier-ignore
const ATTRIBUTES = new Set(
  ('abbr alt cite class colspan datetime dir height high href hreflang id lang low max media min open optimum reversed rowspan ' +
    'scope sizes src srcset start title type value width').split(' '),
) // prettier-ignore
const URI = /^[a-zA-Z][0-9a-zA-Z+.-]*:(?:\/\/)?[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+$/
// Windows' letters in the wrong place, and the sign for a broken encoding.
const BAD_CHARACTER = /[\u0080-\u009f\ufffd]/

export function problemsOfUri(uri: string): string[] {
  if (/^urn:uuid:/i.test(uri))
    return /^urn:uuid:[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i.test(uri) ? [] : [`InvalidUUID: ${uri}`]
  return URI.test(uri) ? [] : [`InvalidFullLink: ${uri}`]
}

/** Of what must be plain text: a name, a title, a summary. */
export function problemsOfText({ name, text, raw }: XmlElement): string[] {
  const hasMarkup = [...text.matchAll(/<\/(\w+)>/g)].some(([, tag = '']) => ELEMENTS.has(tag.toLowerCase()))
  // Text that looks like markup counts as plain when it is written with hexadecimal references.
  const looksLikeMarkup = /&#?\w+|<[/a-zA-Z]/.test(text) && !raw.includes('&#x')
  return [
    ...(text.trim() === '' ? [`NotBlank: ${name}`] : []),
    ...(BAD_CHARACTER.test(text) ? [`BadCharacters: ${name}`] : []),
    ...(hasMarkup || looksLikeMarkup ? [`ContainsHTML: ${text}`] : []),
  ]
}

/** Of the HTML that a feed carries: it parses without an error, nothing in it is dangerous, and every address is whole. */
export function problemsOfHtml(html: string): string[] {
  const problems = BAD_CHARACTER.test(html) ? ['BadCharacters: content'] : []
  const fragment = parseFragment(html, {
    onParseError: ({ code }) => void problems.push(`NotHtml: ${code}`),
  })
  // What a parser mended comes out otherwise than it went in.
  if (serialize(fragment) !== html.replaceAll('&#xFFFD;', '\ufffd'))
    problems.push('NotHtml: its elements do not nest')
  const open: DefaultTreeAdapterTypes.ParentNode[] = [fragment]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const child of parent.childNodes) {
      if (!('attrs' in child)) continue
      open.push(child)
      problems.push(...problemsOfElement(child))
    }
  }
  return problems
}

function problemsOfElement({ tagName, attrs }: Element): string[] {
  return [
    ...(ELEMENTS.has(tagName) ? [] : [`SecurityRisk: <${tagName}>`]),
    ...attrs.flatMap(({ name, value }) => [
      ...(ATTRIBUTES.has(name) || name.startsWith('data-') ? [] : [`SecurityRiskAttr: ${tagName} ${name}`]),
      ...(['href', 'src', 'cite'].includes(name) ? relative(value) : []),
      ...(name === 'srcset' ? parseSrcset(value).flatMap(({ url }) => relative(url)) : []),
    ]),
  ]
}

function relative(url: string): string[] {
  return /^\w[\w+.-]*:/.test(url) ? [] : [`ContainsRelRef: ${url}`]
}
