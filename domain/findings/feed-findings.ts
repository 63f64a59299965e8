import { adviseInText, adviseOn, type Finding } from '@/domain/findings/finding'
import { nameOf } from '@/domain/findings/picture-findings'
import type { Noticed } from '@/domain/markdown/rendered'

/** A post as a feed carries it: `html` with complete addresses, `enclosure` the length of its audio, null when nobody knows it. */
export type FeedView = {
  body: string
  html: string
  noticed: Pick<Noticed, 'dropped'>
  audio: { address: string; bytes: number | null } | null
}

/** Feeds of more than a megabyte are refused by hubs and cut by readers; one post should leave room for nineteen others. */
const LONGEST = 500_000

/** What a feed reader would stumble over, though the page may be well. */
export function findInFeed({ body, html, noticed, audio }: FeedView): Finding[] {
  return [
    ...noticed.dropped.map(({ name, line }) => findDropped(name, line)),
    ...findControls(body),
    ...findRelative(html),
    ...findSize(html),
    ...(audio === null ? [] : findEnclosure(audio)),
  ]
}

function findDropped(name: string, line: number): Finding {
  const isFrame = name === 'iframe' || name === 'script'
  return adviseInText(line, {
    key: `dropped ${name}`,
    sentence: `<${name}> is left out`,
    why: isFrame
      ? 'Nothing foreign runs on a page or in a feed. Films, and what a frame shows, become a link.'
      : 'Neither the page nor feeds can carry it.',
  })
}

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]|\p{Noncharacter_Code_Point}/u

function findControls(body: string): Finding[] {
  return body.split('\n').flatMap((text, at) => {
    const sign = CONTROLS.exec(text)?.[0]
    if (sign === undefined) return []
    const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    const sentence =
      sign === '\ufffd'
        ? 'A sign was lost here: � stands for it'
        : `An invisible control character (${code}) stands here`
    return adviseInText(at + 1, {
      key: `control ${code}`,
      sentence,
      why:
        sign === '\ufffd'
          ? 'It came from a text in another encoding.'
          : 'Feeds leave it out, since XML cannot carry it.',
    })
  })
}

/** What absolute addresses were made of is whole now; what is not was none. */
function findRelative(html: string): Finding[] {
  const found = html.matchAll(/ (?:href|src|poster|cite)="(?![a-z][a-z0-9+.-]*:)([^"]*)"/gi)
  return [...new Set([...found].map(([, address = '']) => address))].map((address) =>
    adviseInText(1, {
      key: `relative ${address}`,
      sentence: `${address === '' ? 'An empty address' : `The address ${address}`} stays incomplete in feeds`,
      why: 'A feed reader has no page that it could complete it with.',
    }),
  )
}

function findSize(html: string): Finding[] {
  const bytes = Buffer.byteLength(html)
  if (bytes <= LONGEST) return []
  return [
    adviseInText(1, {
      key: 'feed size',
      sentence: `In feeds the text has ${Math.round(bytes / 1_000)} kB`,
      why: 'Many readers and hubs refuse a feed of more than 1 MB, with all its other posts. Two parts would be safer.',
    }),
  ]
}

function findEnclosure({ address, bytes }: NonNullable<FeedView['audio']>): Finding[] {
  if (bytes !== null) return []
  return [
    adviseOn('audio', {
      key: `enclosure ${address}`,
      sentence: `Nobody knows how long ${nameOf(address)} is`,
      why: 'Podcast programs are told 0 bytes, and some refuse that. Upload the file here, and its length is known.',
    }),
  ]
}
