/** Text made fit for XML: what XML 1.0 cannot carry goes, the five special characters are escaped. */
export function escapeXml(text: string): string {
  return fitForXml(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Markup as character data: `]]>` inside it cannot end the section. */
export function cdata(html: string): string {
  return `<![CDATA[${fitForXml(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** `<name attribute="value">text</name>`, or nothing when there is no text. */
export function element(name: string, text: string | null, attributes: Record<string, string> = {}): string {
  if (text === null) return ''
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${written.join('')}>${escapeXml(text)}</${name}>`
}

/** `<name attribute="value"/>`. */
export function emptyElement(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${written.join('')}/>`
}

/** XML 1.0 allows tab, line feed, carriage return and everything from blank up but surrogates, U+FFFE and U+FFFF. */
function fitForXml(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
