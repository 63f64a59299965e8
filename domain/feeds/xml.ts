/** Text made fit for XML: what a feed cannot carry goes, the five special characters are escaped. */
export function escapeXml(text: string): string {
  // In hexadecimal, because the validator takes such text for plain: https://www.rssboard.org/rss-profile#data-types-characterdata.
  return fitForXml(text.replaceAll('\ufffd', '')).replace(
    /[&<>"']/g,
    (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  )
}

/** Markup as character data: `]]>` inside it cannot end the section. */
export function cdata(html: string): string {
  // The validator takes the sign itself for a broken encoding.
  const shown = fitForXml(html).replaceAll('\ufffd', '&#xFFFD;')
  return `<![CDATA[${shown.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/**
 * A title, name or summary. Readers and the validator both take `</b>` for markup, however it is escaped, so a joiner that
 * nobody sees stands in it.
 */
export function plainElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): string {
  return element(name, text.replace(/<(?=\/\w)/g, '<\u2060'), attributes)
}

/** `<name attribute="value">text</name>`, or nothing when there is no text. */
export function element(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): string {
  if (text === null) return ''
  return `<${name}${written(attributes)}>${escapeXml(text)}</${name}>`
}

/** `<name attribute="value"/>`. */
export function emptyElement(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name}${written(attributes)}/>`
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')
}

/** Without control characters, halves of characters and what Unicode says is none: neither XML nor HTML may carry them. */
function fitForXml(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu, '')
}
