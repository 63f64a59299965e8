import { entries, given, type Converted, type Converter, type ReadTag } from './converter'
import type { BodyContext } from './body-context'
import { labelText, link } from './markdown-pieces'

export const linkConverters: [string, Converter][] = [
  ...entries('ref relref posturl postpath getpost relreflink', convertReference),
  ...entries('link pagelink a', convertLink),
  ...entries('postlink', convertPostLink),
  ...entries(
    'assetpath assetlink static staticref relurl absurl baseurl siteurl rel abs asset geturl',
    convertAddress,
  ),
  ...entries('button btn cta linkbutton buttonlink externallink extlink linkcard', convertButton),
  ...entries('param', convertParameter),
]

function convertReference(tag: ReadTag, { pageAt }: BodyContext): Converted | null {
  const wanted = given(tag, 'path slug', 0)
  const [, target = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(wanted) ?? []
  const address = target === '' ? '' : pageAt(target)
  if (wanted === '' || address === null) return null
  return { text: `${address}${fragment}`, block: false, what: null }
}

/** Jekyll's `{% link _posts/a.md %}` is an address, Hexo's `{% link text url %}` a whole link. */
function convertLink(tag: ReadTag, context: BodyContext): Converted | null {
  const [first = '', second] = tag.given.positional
  const href = given(tag, 'href url to link')
  if (href !== '')
    return {
      text: link((tag.inner ?? '') || given(tag, 'text title label') || href, href),
      block: false,
      what: 'became a link',
    }
  if (first === '') return null
  const address =
    context.pageAt(first) ?? (context.fileAt(first) === null ? null : `/${first.replace(/^\/+/, '')}`)
  if (second === undefined) return address === null ? null : { text: address, block: false, what: null }
  const url = tag.given.positional.find((word) => /^(https?:\/\/|\/|#)/.test(word))
  return url === undefined
    ? null
    : {
        text: link(tag.given.positional.slice(0, tag.given.positional.indexOf(url)).join(' '), url),
        block: false,
        what: 'became a link',
      }
}

function convertPostLink(tag: ReadTag, { pageAt }: BodyContext): Converted | null {
  const [slug = '', ...title] = tag.given.positional.filter((word) => !/^(true|false)$/.test(word))
  const address = slug === '' ? null : pageAt(slug)
  return address === null
    ? null
    : { text: link(title.join(' ') || slug, address), block: false, what: 'became a link' }
}

function convertAddress(tag: ReadTag, { fileAt, pageAt }: BodyContext): Converted | null {
  const wanted = given(tag, 'path url href file', 0)
  if (wanted === '') return /url$/.test(tag.folded) ? { text: '/', block: false, what: null } : null
  const zola = tag.folded === 'geturl' ? pageAt(wanted) : null
  const known = fileAt(wanted) !== null || /^(https?:)?\//.test(wanted) || /\.\w{2,5}$/.test(wanted)
  const [, ...title] = tag.given.positional
  if (tag.folded === 'assetlink')
    return { text: link(title.join(' ') || wanted, wanted), block: false, what: 'became a link' }
  return zola === null && !known ? null : { text: zola ?? wanted, block: false, what: null }
}

function convertButton(tag: ReadTag, { pageAt }: BodyContext): Converted | null {
  const href =
    given(tag, 'href url link relref to') ||
    (tag.given.positional.find((word) => /^(https?:\/\/|\/|#)/.test(word)) ?? '')
  if (href === '' || /[{}]/.test(href)) return null
  const words = tag.given.positional.filter((word) => word !== href)
  const text =
    (tag.inner ?? '').trim() || given(tag, 'text title label content name') || words.join(' ') || href
  return { text: link(text, pageAt(href) ?? href), block: false, what: 'became a link' }
}

function convertParameter(tag: ReadTag, { values, siteTexts }: BodyContext): Converted | null {
  const key = given(tag, 'name', 0)
  const own = Object.hasOwn(values, key) ? values[key] : siteTexts.get(key.toLowerCase())
  return typeof own === 'string' || typeof own === 'number'
    ? { text: labelText(String(own)), block: false, what: 'became its value' }
    : null
}
