import { problemsOfHtml, problemsOfText, problemsOfUri } from '@/tests/support/feed-text-rules'
import { parseXml, type XmlElement } from '@/tests/support/xml'

/** What the W3C feed validator (https://validator.w3.org/feed/docs/) would say of an RSS 2.0 feed: errors and warnings alike. */
export function problemsOfRss(source: string): string[] {
  const rss = parseXml(source)
  const channel = only(rss, 'channel')
  const items = all(channel, 'item')
  return [
    ...(rss.name === 'rss' && rss.attributes.version === '2.0' ? [] : ['not RSS 2.0']),
    ...twice(channel, ['title', 'link', 'description', 'language', 'lastBuildDate']),
    ...problemsOfText(only(channel, 'title')),
    ...problemsOfText(only(channel, 'description')),
    ...problemsOfUri(textOf(channel, 'link')),
    ...(/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(textOf(channel, 'language')) ? [] : ['InvalidLanguage']),
    ...problemsOfRfc822(textOf(channel, 'lastBuildDate')),
    ...(all(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self').length === 1 ? [] : ['MissingAtomSelfLink']),
    ...notUnique('guid', items.map((item) => textOf(item, 'guid'))),
    ...items.flatMap(problemsOfItem),
  ] // prettier-ignore
}

function problemsOfItem(item: XmlElement): string[] {
  const names = item.children.map(({ name }) => name)
  const hasContent = names.includes('content:encoded')
  return [
    ...twice(item, ['title', 'link', 'description', 'guid', 'pubDate', 'content:encoded', 'enclosure']),
    ...(hasContent && names.indexOf('description') > names.indexOf('content:encoded')
      ? ['NeedDescriptionBeforeContent']
      : []),
    ...['title', 'category', 'dc:creator'].flatMap((name) => all(item, name).flatMap(problemsOfText)),
    ...problemsOfUri(textOf(item, 'link')),
    ...(/^\d{1,8}$/.test(textOf(item, 'guid')) ? ['NotSufficientlyUnique'] : []),
    ...problemsOfRfc822(textOf(item, 'pubDate')),
    ...(hasContent ? problemsOfHtml(textOf(item, 'content:encoded')) : []),
    ...all(item, 'enclosure').flatMap(({ attributes }) => problemsOfEnclosure(attributes, attributes.url)),
  ]
}

/** The same of an Atom feed. */
export function problemsOfAtom(source: string): string[] {
  const feed = parseXml(source)
  const entries = all(feed, 'entry')
  const hasSelf = all(feed, 'link').some(({ attributes }) => attributes.rel === 'self')
  return [
    ...(feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom' ? [] : ['not Atom']),
    ...twice(feed, ['title', 'id', 'updated']),
    ...(hasSelf ? [] : ['MissingSelf']),
    ...problemsOfText(only(feed, 'title')),
    ...problemsOfUri(textOf(feed, 'id')),
    ...problemsOfRfc3339(textOf(feed, 'updated')),
    ...all(feed, 'link').flatMap(({ attributes }) => problemsOfUri(attributes.href ?? '')),
    ...notUnique('id', entries.map((entry) => textOf(entry, 'id'))),
    ...notUnique('updated', entries.map((entry) => textOf(entry, 'updated'))),
    ...entries.flatMap(problemsOfEntry),
  ] // prettier-ignore
}

function problemsOfEntry(entry: XmlElement): string[] {
  const content = all(entry, 'content')
  const links = all(entry, 'link').map(({ attributes }) => attributes)
  return [
    ...twice(entry, ['title', 'id', 'published', 'updated', 'summary', 'content']),
    ...problemsOfText(only(entry, 'title')),
    ...all(entry, 'summary').flatMap(problemsOfText),
    ...all(entry, 'author').flatMap((author) => problemsOfText(only(author, 'name'))),
    ...problemsOfUri(textOf(entry, 'id')),
    ...['published', 'updated'].flatMap((name) => problemsOfRfc3339(textOf(entry, name))),
    ...(links.filter(({ rel }) => rel === 'alternate').length === 1 ? [] : ['MissingAlternateLink']),
    ...links.flatMap(({ href = '' }) => problemsOfUri(href)),
    ...links
      .filter(({ rel }) => rel === 'enclosure')
      .flatMap((link) => problemsOfEnclosure({ length: '0', ...link }, link.href)),
    ...content.flatMap(({ text }) => (text === '' ? ['NotBlank: content'] : problemsOfHtml(text))),
    ...(content.length === 0 && all(entry, 'summary').length === 0 ? ['MissingTextualContent'] : []),
  ]
}

function problemsOfEnclosure({ length, type }: Record<string, string>, url = ''): string[] {
  return [
    ...(/^\d+$/.test(length ?? '') ? [] : [`InvalidNonNegativeInteger: ${length}`]),
    ...(/^[\w.+-]+\/[\w.+-]+$/.test(type ?? '') ? [] : [`InvalidMIMEAttribute: ${type}`]),
    ...(/^https?:\/\/(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d+)?\//i.test(url)
      ? []
      : [`InvalidURLAttribute: ${url}`]),
    ...problemsOfUri(url),
  ]
}

function problemsOfRfc822(date: string): string[] {
  const isRight = new Date(date).toUTCString() === date
  return isRight ? implausible(new Date(date)) : [`InvalidRFC2822Date: ${date}`]
}

function problemsOfRfc3339(date: string): string[] {
  const isRight = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(date)
  return isRight ? implausible(new Date(date)) : [`InvalidRFC3339Date: ${date}`]
}

function implausible(date: Date): string[] {
  const isPlausible = date.getUTCFullYear() >= 1990 && date.getTime() <= Date.now() + 600_000
  return isPlausible ? [] : [`ImplausibleDate: ${date.toISOString()}`]
}

function all(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name)
}

function only(parent: XmlElement, name: string): XmlElement {
  const [found] = all(parent, name)
  if (found === undefined) throw new Error(`MissingElement: ${name} in ${parent.name}`)
  return found
}

function textOf(parent: XmlElement, name: string): string {
  return only(parent, name).text
}

function twice(parent: XmlElement, names: string[]): string[] {
  return names.filter((name) => all(parent, name).length > 1).map((name) => `DuplicateElement: ${name}`)
}

function notUnique(name: string, values: string[]): string[] {
  return new Set(values).size === values.length ? [] : [`DuplicateValue: ${name}`]
}
