/** An element of strictly read XML. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, without that of its children. */
  text: string
  /** What stood in the file for that text. */
  raw: string
}

const NAME = '[A-Za-z_][\\w:.-]*'
const TOKEN = new RegExp(
  `<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|<\\?xml [^?]*\\?>|</(${NAME})>|<(${NAME})((?: ${NAME}="[^<"]*")*)(/?)>|([^<]+)`,
  'y',
)
// XML 1.0, production 2.
const ALLOWED = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u

/** Reads the XML that feeds are written in, and throws at anything that is not well formed. */
export function parseXml(source: string): XmlElement {
  if (!ALLOWED.test(source)) throw new Error('a character that XML forbids')
  const root = emptyElement('')
  const open = [root]
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < source.length;) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(source)
    const parent = open.at(-1)
    if (found === null || parent === undefined)
      throw new Error(`not well formed: ${source.slice(at, at + 80)}`)
    const [raw, cdata, closed, opened, attributes = '', isEmpty, text] = found
    if (cdata !== undefined) addText(parent, cdata, raw)
    if (text !== undefined) addText(parent, decode(text), raw)
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`)
    if (opened === undefined) continue
    const element = { ...emptyElement(opened), attributes: readAttributes(attributes) }
    parent.children.push(element)
    if (isEmpty === '') open.push(element)
  }
  const [only] = root.children
  if (open.length !== 1 || only === undefined || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('an XML document has one root')
  return only
}

function emptyElement(name: string): XmlElement {
  return { name, attributes: {}, children: [], text: '', raw: '' }
}

function addText(element: XmlElement, text: string, raw: string): void {
  element.text += text
  element.raw += raw
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s=]+)="([^"]*)"/g)]
  const names = new Set(pairs.map(([, name]) => name))
  if (names.size < pairs.length) throw new Error(`an attribute stands twice: ${text}`)
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decode(value)]))
}

function decode(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text')
  return text.replace(
    /&(?:#x([0-9A-Fa-f]+);|#(\d+);|(amp|lt|gt|quot|apos);)?/g,
    (whole, hex, decimal, name) => {
      if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16))
      if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal))
      if (typeof name === 'string') return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name] ?? ''
      throw new Error(`a bare ${whole}`)
    },
  )
}
