import { expect, test } from 'vitest'
import type { Part } from '@/lib/align'
import { compareTexts } from '@/lib/compare-texts'
import { seeded } from '@/prisma/seed/seeded'

/** `[-removed-]` and `{+added+}`, as `wdiff` writes it. */
function shown(before: string, after: string): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return compareTexts(before, after)
    .map(({ is, text }) => `${marks[is][0]}${text}${marks[is][1]}`)
    .join('')
}

function without(parts: Part[], is: Part['is']): string {
  return parts.map((part) => (part.is === is ? '' : part.text)).join('')
}

test.each([
  ['nothing', 'The same.', 'The same.', 'The same.'],
  ['one word', 'A quick fox.', 'A slow fox.', 'A [-quick-]{+slow+} fox.'],
  ['a sign', 'Yes, no', 'Yes. No', 'Yes[-, no-]{+. No+}'],
  ['an ending', 'One', 'One two', 'One{+ two+}'],
  ['everything', '', 'New.', '{+New.+}'],
  ['a paragraph in between', 'One.\n\nThree.\n', 'One.\n\nTwo.\n\nThree.\n', 'One.\n\n{+Two.\n\n+}Three.\n'],
  ['characters without blanks between them', '我喜欢苹果。', '我喜欢香蕉。', '我喜欢[-苹果-]{+香蕉+}。'],
  ['an accent written apart', 'cafe\u0301 noir', 'cafe noir', '[-cafe\u0301-]{+cafe+} noir'],
  ['a family', 'We 👨‍👩‍👧 here', 'We 👨‍👩‍👦 here', 'We [-👨‍👩‍👧-]{+👨‍👩‍👦+} here'],
])('a comparison shows %s', (_what, before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('words that only chance has in common are not picked out of a sentence written anew', () => {
  expect(shown('She sang in a garden at night.', 'Rain fell on a roof at noon.')).toBe(
    '[-She sang in a garden at night-]{+Rain fell on a roof at noon+}.',
  )
})

test('the parts make both texts again, whatever they are', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = seeded(seed)
    const before = someText(random)
    const after = random() < 0.2 ? someText(random) : changed(before, random)
    const parts = compareTexts(before, after)
    expect([seed, without(parts, 'added')]).toEqual([seed, before])
    expect([seed, without(parts, 'removed')]).toEqual([seed, after])
  }
})

test('a text that did not change has no changes, and one changed word is one change', () => {
  const before = Array.from(
    { length: 50_000 },
    (_, at) => `word${at % 900}${at % 50 === 49 ? '.\n\n' : ' '}`,
  ).join('')
  expect(compareTexts(before, before)).toEqual([{ is: 'same', text: before }])
  const parts = compareTexts(before, before.replace('word450 ', 'another '))
  expect(parts.filter(({ is }) => is !== 'same')).toEqual([
    { is: 'removed', text: 'word450' },
    { is: 'added', text: 'another' },
  ])
})

const LONG: [string, (word: string, at: number) => string][] = [
  ['every twentieth word changed', (word, at) => (at % 20 === 0 ? `new${at}` : word)],
  ['every second word changed', (word, at) => (at % 2 === 0 ? `new${at}` : word)],
  ['one word another one everywhere', (word) => (word === 'word7' ? 'seven' : word)],
  ['every word another one', (_word, at) => `new${at % 500}`],
  ['nothing but its words turned around', (_word, at) => `word${(at * 7919) % 1_000}`],
]

test.each(LONG)('50,000 words with %s are compared in about a second', (_what, change) => {
  const random = seeded(50)
  const words = Array.from({ length: 50_000 }, () => `word${Math.floor(random() ** 2 * 1_000)}`)
  const textOf = (list: string[]) =>
    list.map((word, at) => `${word}${at % 60 === 59 ? '.\n\n' : ' '}`).join('')
  const began = process.cpuUsage()
  const parts = compareTexts(textOf(words), textOf(words.map(change)))
  // Not the clock's time: the machine runs other tests beside this one.
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
  expect(without(parts, 'removed')).toBe(textOf(words.map(change)))
})

const PIECES = [
  'the ',
  'a ',
  'b ',
  'naïve ',
  '\n',
  '\n\n',
  '- ',
  '**',
  ' ',
  '\t',
  '你',
  '😀',
  '👨‍👩‍👧',
  '\ud800',
  '\u0301',
  '\r',
]

function someText(random: () => number): string {
  return Array.from({ length: Math.floor(random() * 120) }, () => pieceOf(random)).join('')
}

function changed(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const next = text.slice(0, at) + pieceOf(random) + text.slice(at + Math.floor(random() * 9))
  return random() < 0.7 ? changed(next, random) : next
}

function pieceOf(random: () => number): string {
  return PIECES[Math.floor(random() * PIECES.length)] ?? ''
}
