import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { decodePercent, isSafeMedia, parseSrcset } from './addresses'
import type { Picture } from './rendered'
import { attribute, become, eachElement, element, isBlank, isElement, text } from './tree'

/** Where pictures are served, their size to keep the room free, and late loading. */
export function placePictures(media: Record<string, Picture>) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (isElement(node, 'source')) keepSafeSrcset(node)
      if (!isElement(node, 'img') || !parent || index === undefined) return
      const src = attribute(node, 'src')
      if (!src) {
        parent.children[index] = text(attribute(node, 'alt') ?? '')
        return
      }
      placePicture(node, src, media)
    })
  }
}

/** A picture that stands alone and has a title is a figure, the title its caption. */
export function makeFigures() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'p') return
      const [only, ...others] = node.children.filter((child) => !isBlank(child))
      if (others.length > 0 || !isElement(only, 'img', 'a')) return
      const picture = isElement(only, 'img') ? only : onlyPictureIn(only)
      const title = picture && attribute(picture, 'title')
      if (!title) return
      delete picture.properties.title
      become(node, element('figure', {}, [only, element('figcaption', {}, [text(title)])]))
    })
  }
}

/** Players wait for a press, and fetch nothing before it. */
export function quietPlayers() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (!isElement(node, 'audio', 'video')) return
      node.properties.controls = true
      node.properties.preload = node.tagName === 'video' && !node.properties.poster ? 'metadata' : 'none'
    })
  }
}

function placePicture(image: Element, src: string, media: Record<string, Picture>) {
  const found = find(media, src)
  if (found) image.properties.src = found.src
  if (found?.width && found.height && !image.properties.width && !image.properties.height) {
    image.properties.width = found.width
    image.properties.height = found.height
  }
  image.properties.alt ??= ''
  image.properties.loading = 'lazy'
  image.properties.decoding = 'async'
}

function find(media: Record<string, Picture>, src: string) {
  const spellings = [
    src,
    decodePercent(src),
    src.replace(/^\.\//, ''),
    decodePercent(src).replace(/^\.\//, ''),
  ]
  const key = spellings.find((spelling) => Object.hasOwn(media, spelling))
  return key === undefined ? undefined : media[key]
}

function onlyPictureIn(link: Element) {
  const [only, ...others] = link.children.filter((child) => !isBlank(child))
  return others.length === 0 && isElement(only, 'img') ? only : null
}

function keepSafeSrcset(source: Element) {
  const srcset = source.properties.srcSet
  if (srcset === undefined || srcset === null) return
  const list = Array.isArray(srcset) ? srcset.join(', ') : String(srcset)
  if (!parseSrcset(list).every(({ url }) => isSafeMedia(url))) delete source.properties.srcSet
}
