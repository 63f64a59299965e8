import { asText } from '@/domain/transfer/front-matter-values'
import type { BodyContext } from './body-context'

type Variables = ReadonlyMap<string, string>

/**
 * What `{{ site.baseurl }}`, `{{ '/a.png' | relative_url }}` or `{{ page.title | upcase }}` stands for, in a text or, `inLink`,
 * in an address; null when only the generator could say.
 */
export function evaluate(
  expression: string,
  context: BodyContext,
  { variables, inLink }: { variables: Variables; inLink: boolean },
): string | null {
  const [base = '', ...filters] = splitPipes(expression)
  let value = baseValue(base.trim(), context, { variables, inLink })
  for (const filter of filters) value = value === null ? null : applyFilter(value, filter.trim())
  return value
}

function splitPipes(expression: string): string[] {
  return expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? []
}

function baseValue(
  base: string,
  { values, siteTexts }: BodyContext,
  { variables, inLink }: { variables: Variables; inLink: boolean },
): string | null {
  const quoted = /^(["'])(.*)\1$/s.exec(base)?.[2]
  if (quoted !== undefined) return quoted
  if (/^(?:site|config)\.(?:base_?url|root|prefix)$/i.test(base)) return ''
  if (/^(?:site|config)\.(?:github\.)?url$/i.test(base) && inLink) return ''
  const [, owner = '', key = ''] = /^(site|config|page|frontmatter|params?)\.([\w.-]+)$/i.exec(base) ?? []
  if (/^(site|config)$/i.test(owner)) return siteTexts.get(key.toLowerCase()) ?? null
  if (owner !== '') return /^(url|content)$/.test(key) ? null : plainValue(values, key)
  return variables.get(base) ?? null
}

function plainValue(values: Record<string, unknown>, key: string): string | null {
  return Object.hasOwn(values, key) ? asText(values[key]) : null
}

function applyFilter(value: string, filter: string): string | null {
  const [name = '', rest = ''] = filter.split(/[\s:(]+(.*)/s)
  const argument = /(["'])(.*?)\1/s.exec(rest)?.[2]
  const transform = filters.get(name)
  if (transform !== undefined) return transform(value)
  const ofSite = /^\(?\s*(?:site|config)\.(?:base_?url|url|root)/.test(rest)
  if (name === 'prepend' && (ofSite || argument !== undefined)) return `${ofSite ? '' : argument}${value}`
  if (name === 'append' && argument !== undefined) return `${value}${argument}`
  return null
}

const same = (value: string) => value
const rooted = (value: string) => (/^([a-z]+:)?\/\//i.test(value) ? value : `/${value.replace(/^\/+/, '')}`)
const filters = new Map<string, (value: string) => string>([
  ['relative_url', rooted],
  ['absolute_url', rooted],
  ['url', rooted],
  ['absoluteUrl', rooted],
  ['asset_url', rooted],
  ['escape', same],
  ['xml_escape', same],
  ['uri_escape', same],
  ['url_encode', encodeURIComponent],
  ['markdownify', same],
  ['safe', same],
  ['strip', (value) => value.trim()],
  ['upcase', (value) => value.toUpperCase()],
  ['upper', (value) => value.toUpperCase()],
  ['downcase', (value) => value.toLowerCase()],
  ['lower', (value) => value.toLowerCase()],
  ['capitalize', (value) => value.charAt(0).toUpperCase() + value.slice(1)],
])
