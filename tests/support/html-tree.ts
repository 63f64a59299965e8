import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element

/** Every element that a browser makes of the HTML, in document order. */
export function elementsOf(html: string): HtmlElement[] {
  const found: HtmlElement[] = []
  const collect = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of parent.childNodes) {
      if (!('attrs' in child)) continue
      found.push(child)
      collect(child)
      if ('content' in child) collect(child.content)
    }
  }
  collect(parseFragment(html))
  return found
}

export function attributeOf(element: HtmlElement, name: string) {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}
