import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { attribute, eachElement, element, isElement, text } from './tree'

/** Foreign players and scripts cannot run here: each becomes a link to what it shows. Runs before sanitising. */
export function linkForeignPlayers() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined || !isElement(node, 'iframe', 'script')) return
      const target = targetOf(node)
      if (!target) return
      const card = element('a', { href: target.url, dataCard: '' }, [text(target.label)])
      parent.children[index] = isElement(parent, 'p', 'a', 'span') ? card : element('p', {}, [card])
    })
  }
}

function targetOf(node: Element) {
  const url = parseAddress(attribute(node, 'src'))
  if (!url) return null
  if (node.tagName === 'script') return gistOf(url)
  const title = attribute(node, 'title')?.trim()
  const film = filmOf(url)
  if (film) return { url: film.url, label: title ? `${title} (${film.where})` : `Watch on ${film.where}` }
  return { url: url.href, label: title ? `${title} (${url.hostname})` : `Open at ${url.hostname}` }
}

function gistOf(url: URL) {
  if (url.hostname !== 'gist.github.com') return null
  return { url: `https://gist.github.com${url.pathname.replace(/\.js$/, '')}`, label: 'Code on GitHub Gist' }
}

function filmOf(url: URL) {
  const host = url.hostname.replace(/^www\./, '')
  const id = /^\/(?:embed|video)\/([\w-]+)/.exec(url.pathname)?.[1]
  if (id && /^youtube(-nocookie)?\.com$/.test(host)) {
    return { url: `https://www.youtube.com/watch?v=${id}`, where: 'YouTube' }
  }
  return id && host === 'player.vimeo.com' ? { url: `https://vimeo.com/${id}`, where: 'Vimeo' } : null
}

function parseAddress(src: string | null) {
  if (!src || !/^(https?:)?\/\//.test(src)) return null
  const url = src.startsWith('//') ? `https:${src}` : src
  return URL.canParse(url) ? new URL(url) : null
}

/** The links above, as the style sheet knows them; nobody but us may set a class. */
export function styleCards() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (node.properties.dataCard === undefined) return
      delete node.properties.dataCard
      node.properties.className = ['card']
    })
  }
}
