import type { Element, ElementContent, Root, RootContent } from 'hast'
import { EXIT, visit } from 'unist-util-visit'
import { plainText } from './plain-text'
import { isBlank, isElement } from './tree'

const longestExcerpt = 300

// Adults read about 220 to 240 words of prose in a minute; CJK has no blanks, so its signs are counted: about two to a word.
const wordsPerMinute = 220

export type Reading = { text: string; excerpt: string; words: number; readingMinutes: number }

/** What is to be read in a finished tree; takes the mark of `<!--more-->` out of it. */
export function readTree(tree: Root): Reading {
  const before = takeBeforeMore(tree)
  const text = plainText(tree)
  const words = countWords(text)
  const excerpt = shorten(before || firstParagraph(tree) || text)
  return { text, excerpt, words, readingMinutes: minutesFor(words) }
}

/** One line of at most 300 characters, cut between words. */
export function shorten(text: string) {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longestExcerpt) return line
  const cut = line.slice(0, longestExcerpt - 1)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > longestExcerpt / 2 ? cut.slice(0, blank) : cut).toWellFormed().replace(/[\s\uFFFD,;:–—-]+$/, '')}…`
}

/** Whole minutes, at least one. */
export function minutesFor(words: number) {
  return Math.max(1, Math.ceil(words / wordsPerMinute))
}

export function countWords(text: string) {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const others = text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ')
  const words = others.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
  return words + Math.ceil(signs / 2)
}

function takeBeforeMore(tree: Root) {
  const at = tree.children.findIndex(holdsMore)
  if (at < 0) return ''
  const before = tree.children.slice(0, at).filter((child) => !isElement(child, 'h2', 'h3', 'h4', 'h5', 'h6'))
  const holder = tree.children[at]
  const within = isElement(holder) && !isMore(holder) ? contentBefore(holder) : []
  const text = plainText({ type: 'root', children: [...before, ...within] })
  visit(tree, 'element', (node, index, parent) => {
    if (!isMore(node) || !parent || index === undefined) return
    parent.children.splice(index, 1)
    return index
  })
  return text
}

function contentBefore(holder: Element): ElementContent[] {
  const at = holder.children.findIndex(holdsMore)
  return at < 0 ? [] : holder.children.slice(0, at)
}

function holdsMore(node: RootContent) {
  let holds = false
  visit(node, 'element', (inner) => {
    if (!isMore(inner)) return
    holds = true
    return EXIT
  })
  return holds
}

function isMore(node: Element) {
  return node.tagName === 'span' && node.properties.dataMore !== undefined
}

function firstParagraph(tree: Root) {
  const paragraphs = tree.children.filter((child) => isElement(child, 'p') && !child.children.every(isBlank))
  return paragraphs.map(plainText).find((text) => text !== '')
}
