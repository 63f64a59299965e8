import { entries, given, type Converted, type Converter, type ReadTag } from './converter'
import { callout, dedent, details, labelText, link, quote } from './markdown-pieces'

const kinds = new Map(
  [
    ['NOTE', 'note info information notice abstract summary tldr todo quote cite example primary default secondary seealso update admonition remark message aside definition theorem'],
    ['TIP', 'tip hint success check done green idea lightbulb question help faq protip prompt-tip'],
    ['IMPORTANT', 'important key blue purple'],
    ['WARNING', 'warning warn attention orange yellow prompt-warning'],
    ['CAUTION', 'caution danger error failure fail bug red missing critical prompt-danger'],
  ].flatMap(([kind = '', names = '']) => names.split(' ').map((name) => [name, kind] as const)),
) // prettier-ignore

/** The one of our five kinds of callout that a name in another system means; null for a name that is none. */
export function calloutKind(name: string): string | null {
  const folded = name.toLowerCase().replace(/^(alert|notice|prompt|admonition|callout)-+/, '')
  return kinds.get(folded) ?? null
}

const boxNames =
  'notice callout admonition alert hint box block aside panel message infobox notification sidenote card-note flash banner-note ' +
  'note info tip important warning warn caution danger error success question example bug abstract todo attention tldr quote-note ' +
  'remark definition theorem update seealso protip callouts bubble asidenote noteblock blocknote starlightaside'
const detailNames =
  'details expand spoiler collapse collapsible accordion accordionitem accordion-item toggle fold folding dropdown hideToggle faq'

export const boxConverters: [string, Converter][] = [
  ...entries(boxNames, convertBox),
  ...entries(detailNames.toLowerCase(), convertDetails),
  ...entries('quote blockquote pullquote epigraph citation cite centerquote cq', convertQuote),
]

/** `circle-info`, as Blowfish and Congo name the icon of a box; `prompt-tip` is a kind. */
function isIcon(word: string): boolean {
  return /^[a-z]+(-[a-z0-9]+)+$/.test(word) && calloutKind(word) === null
}

function convertBox(tag: ReadTag): Converted | null {
  const said = tag.given.positional.filter(
    (word) => !/^(no-icon|simple|modern|flat|fa\S*)$/.test(word) && !isIcon(word),
  )
  const told = given(tag, 'content text body message msg') || (said.find((word) => word.includes(' ')) ?? '')
  const inner = (tag.inner ?? '').trim() === '' ? told : (tag.inner ?? '')
  if (inner.trim() === '') return null
  const words = said.filter((word) => word !== inner)
  const named = given(tag, 'type kind level variant state class style status theme mode color')
  const first = named || (words[0] ?? '')
  const fromFirst = first
    .split(/\s+/)
    .map(calloutKind)
    .find((kind) => kind !== null)
  const kind = fromFirst ?? calloutKind(tag.folded) ?? 'NOTE'
  const rest = named === '' && (fromFirst !== undefined || first === '') ? words.slice(1) : words
  const title = given(tag, 'title header heading label name') || rest.join(' ').replace(/^["']|["']$/g, '')
  return { text: callout(kind, title, dedent(inner)), block: true, what: 'became a callout' }
}

function convertDetails(tag: ReadTag): Converted | null {
  if (tag.inner === null || tag.inner.trim() === '') return null
  const summary = given(tag, 'summary title label header name text') || tag.given.positional.join(' ')
  return { text: details(summary || 'Details', tag.inner), block: true, what: 'became a fold-out' }
}

function convertQuote(tag: ReadTag): Converted | null {
  const inner = tag.inner ?? given(tag, 'text quote content')
  if (inner.trim() === '') return null
  const words = tag.given.positional.filter((word) => !/^(left|right|center)$/.test(word))
  const address = given(tag, 'link url src cite') || (words.find((word) => /^https?:\/\//.test(word)) ?? '')
  const author = given(tag, 'author by name') || words.filter((word) => !/^https?:\/\//.test(word)).join(' ')
  const source = given(tag, 'source title work')
  const place = [
    source && address ? link(source, address) : labelText(source),
    source === '' && address ? link(address, address) : '',
  ]
  const by = [labelText(author), ...place].filter((part) => part !== '').join(', ')
  return {
    text: quote(by === '' ? inner : `${inner.trim()}\n\n— ${by}`),
    block: true,
    what: 'became a quotation',
  }
}
