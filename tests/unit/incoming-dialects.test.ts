import { describe, expect, test } from 'vitest'
import { readIncomingPost } from '@/domain/transfer/incoming-post'

type Options = { path?: string; files?: string[]; zone?: string }

function read(source: string, { path = 'posts/my-post.md', files = [], zone = 'UTC' }: Options = {}) {
  return readIncomingPost({ path, source, files: new Set([path, ...files]), zone })
}

const yaml = (block: string, body = '') => `---\n${block}\n---\n${body}`
const toml = (block: string, body = '') => `+++\n${block}\n+++\n${body}`

describe('every dialect means the same', () => {
  const day = new Date('2024-03-22T00:00:00Z')
  test.each([
    ['date: 2024-03-22', { date: day }],
    ['pubDate: Mar 22 2024', { date: day }],
    ['publishDate: 2024-03-22', { date: day }],
    ['published_at: 2024-03-22 00:00:00', { date: day }],
    ['published: 2024-03-22', { date: day, draft: false }],
    ['date: 1711065600', { date: day }],
    ['Date: 2024-03-22', { date: day }],
    ['lastmod: 2024-03-22', { updated: day }],
    ['updatedDate: 2024-03-22', { updated: day }],
    ['last_modified_at: 2024-03-22', { updated: day }],
    ['expiryDate: 2024-03-22', { expires: day }],
    ['draft: True', { draft: true }],
    ['draft: "yes"', { draft: true }],
    ['published: false', { draft: true }],
    ['published: true', { draft: false }],
    ['status: draft', { draft: true }],
    ['tags: [a, b]\ncategories: c', { tags: ['a', 'b', 'c'] }],
    ['tags: a, b', { tags: ['a', 'b'] }],
    ['category: release notes', { tags: ['release notes'] }],
    ['tags:\n  - name: a', { tags: ['a'] }],
    ['author: Jane Doe', { authors: ['Jane Doe'] }],
    ['author: Jane Doe, John Roe', { authors: ['Jane Doe', 'John Roe'] }],
    ['author: Jane Doe <jane@example.org>', { authors: ['Jane Doe'] }],
    ['authors: [Jane, {name: John, url: x}]', { authors: ['Jane', 'John'] }],
    ['author: {name: Jane}', { authors: ['Jane'] }],
    [
      'cover: {image: /a.png, alt: A}',
      { featuredImage: '/a.png', extra: { cover: { image: '/a.png', alt: 'A' } } },
    ],
    ['images: [a.png]', { featuredImage: 'a.png' }],
    ['heroImage: ../../assets/a.jpg', { featuredImage: '../../assets/a.jpg' }],
    ['image: true', { featuredImage: null, extra: { image: true } }],
    ['image: javascript:alert(1).png', { featuredImage: null }],
    ['excerpt: Short', { description: 'Short' }],
    ['summary: Short', { description: 'Short' }],
    ['comments: False', { comments: false }],
    ['comments: no', { comments: false }],
    ['disableComments: true', { comments: false }],
    ['toc: on', { toc: true }],
    ['mathjax: true', { math: true }],
    ['pin: true', { pinned: true }],
    ['audio: null', { audio: null, extra: {} }],
    ['audio: https://a.example/x.mp3', { audio: 'https://a.example/x.mp3' }],
    ['canonicalURL: https://a.example/x', { canonicalUrl: 'https://a.example/x' }],
    ['canonical_url: /x', { canonicalUrl: null, extra: { canonical_url: '/x' } }],
    ['series: Rust\nweight: 3', { series: ['Rust'], seriesPosition: 3, extra: {} }],
    ['series: {name: Rust, order: 2}', { series: ['Rust'], seriesPosition: 2 }],
    ['series: [Rust]\nseries_order: 4', { series: ['Rust'], seriesPosition: 4 }],
    ['weight: 3', { seriesPosition: null, extra: { weight: 3 } }],
    ['lang: pt_BR', { language: 'pt-BR' }],
    ['title: 1.10', { title: '1.10' }],
    ['params:\n  author: Jane\n  theme: dark', { authors: ['Jane'], extra: { params: { theme: 'dark' } } }],
    ['layout: page', { kind: 'page', extra: { layout: 'page' } }],
    ['layout: archive', { kind: 'section' }],
    ['guid: tag:a.example,2024:1', { feedId: 'tag:a.example,2024:1' }],
  ])('YAML %j', (block, expected) => {
    expect(read(yaml(block))).toMatchObject(expected)
  })

  test('Zola: taxonomies, extra, and everything in a path', () => {
    const block =
      'path = "2014/12/12/1.0-Timeline"\ntitle = "T"\naliases = ["2014/12/12/1.0-Timeline.html"]\n[taxonomies]\ntags = ["a"]\nseries = ["S"]\n[extra]\ntoc = true\nteam = "x"'
    expect(read(toml(block), { path: '1.0-Timeline.md', zone: 'Europe/Berlin' })).toMatchObject({
      slug: '1-0-timeline',
      date: new Date('2014-12-11T23:00:00Z'),
      dateText: '2014-12-12',
      aliases: ['/2014/12/12/1.0-Timeline.html', '/2014/12/12/1.0-Timeline'],
      tags: ['a'],
      series: ['S'],
      toc: true,
      extra: { extra: { team: 'x' } },
    })
  })

  test('Jekyll: date, address and blanks between tags', () => {
    const post = read(yaml('title: T\ntags: one two\ncategory: News'), {
      path: '_posts/2025-06-28-Emelia-Smith.md',
    })
    expect(post).toMatchObject({
      slug: 'emelia-smith',
      date: new Date('2025-06-28'),
      tags: ['one', 'two', 'News'],
    })
    expect(post.aliases).toEqual(['/2025/06/28/Emelia-Smith.html', '/news/2025/06/28/Emelia-Smith.html'])
    expect(read(yaml('title: T'), { path: '_drafts/idea.md' })).toMatchObject({ draft: true, date: null })
  })
})
