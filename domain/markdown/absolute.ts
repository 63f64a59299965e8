import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { parseSrcset } from './addresses'
import { adaptForFeeds, isForPagesOnly } from './feed-elements'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Attribute = DefaultTreeAdapterTypes.Element['attrs'][number]

const addresses = new Set(['href', 'src', 'poster', 'cite'])
const forPagesOnly = /^(?:tabindex|loading|decoding|fetchpriority|role|aria-.*)$/

/**
 * Rendered HTML as feeds carry it: every address complete, `#fn-1` as `baseUrl#fn-1`, and without what only a page can
 * use: links of headings, buttons, players, focus stops. `baseUrl` is the absolute address of the post.
 */
export function absoluteHtml(html: string, baseUrl: string): string {
  const fragment = parseFragment(html)
  tidy(fragment, baseUrl)
  return serialize(fragment)
}

// Walks without calling itself: stored HTML of any depth must not end a feed.
function tidy(root: Parent, baseUrl: string) {
  const open: Parent[] = [root]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    parent.childNodes = parent.childNodes.filter((child) => !isForPagesOnly(child))
    for (const child of parent.childNodes) {
      if (!('attrs' in child)) continue
      adaptForFeeds(child)
      child.attrs = child.attrs.filter(({ name }) => !forPagesOnly.test(name))
      for (const attribute of child.attrs) complete(attribute, baseUrl)
      open.push(child)
    }
  }
}

function complete(attribute: Attribute, baseUrl: string) {
  if (addresses.has(attribute.name)) attribute.value = resolve(attribute.value, baseUrl)
  if (attribute.name !== 'srcset') return
  attribute.value = parseSrcset(attribute.value)
    .map(({ url, descriptor }) => `${resolve(url, baseUrl)} ${descriptor}`.trim())
    .join(', ')
}

// A complete address, or what is none at all, stays as it is written.
function resolve(url: string, baseUrl: string) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url
  return URL.canParse(url, baseUrl) ? new URL(url, baseUrl).href : url
}
