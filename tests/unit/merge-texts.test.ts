import { expect, test } from 'vitest'
import { hasClash, isSameContent, mergeContents, settleMerge } from '@/components/editor/keeping/merge'
import { emptyContent, type PostContent } from '@/domain/posts/schema'
import { seeded } from '@/prisma/seed/seeded'

function post(part: Partial<PostContent>): PostContent {
  return { ...emptyContent, ...part }
}

function mergeBodies(base: string, mine: string, theirs: string) {
  return mergeContents({
    base: post({ body: base }),
    mine: post({ body: mine }),
    theirs: post({ body: theirs }),
  })
}

test('two people in neighbouring paragraphs do not meet', () => {
  const merge = mergeBodies(
    'One.\n\nTwo.\n\nThree.',
    'One, mine.\n\nTwo.\n\nThree.',
    'One.\n\nTwo, theirs.\n\nThree.',
  )
  expect(hasClash(merge)).toBe(false)
  expect(merge.content.body).toBe('One, mine.\n\nTwo, theirs.\n\nThree.')
})

test('paragraphs that were added in two places are both there', () => {
  const merge = mergeBodies('One.\n\nTwo.', 'Before.\n\nOne.\n\nTwo.', 'One.\n\nTwo.\n\nAfter.')
  expect(hasClash(merge)).toBe(false)
  expect(merge.content.body).toBe('Before.\n\nOne.\n\nTwo.\n\nAfter.')
})

test('only the paragraph that both changed is a clash, and each choice keeps what it says', () => {
  const merge = mergeBodies(
    'One.\n\nTwo.\n\nThree.',
    'One, mine.\n\nTwo.\n\nThree.',
    'One, theirs.\n\nTwo.\n\nThree, theirs.',
  )
  expect(merge.body).toEqual([
    { base: 'One.', mine: 'One, mine.', theirs: 'One, theirs.' },
    '\n\nTwo.\n\nThree, theirs.',
  ])
  const bodies = (['mine', 'theirs', 'both'] as const).map(
    (choice) => settleMerge(merge, { body: [choice], fields: {} }).body,
  )
  expect(bodies).toEqual([
    'One, mine.\n\nTwo.\n\nThree, theirs.',
    'One, theirs.\n\nTwo.\n\nThree, theirs.',
    'One, mine.\n\nOne, theirs.\n\nTwo.\n\nThree, theirs.',
  ])
})

test('a paragraph that one deleted and the other changed is a clash', () => {
  const merge = mergeBodies('One.\n\nTwo.', 'One.', 'One.\n\nTwo, theirs.')
  expect(hasClash(merge)).toBe(true)
  expect(settleMerge(merge, { body: ['both'], fields: {} }).body).toContain('Two, theirs.')
})

test('each field goes its own way, and lists by what was added and taken out', () => {
  const base = post({ title: 'T', slug: 't', tags: ['a', 'b'], series: [{ name: 's', position: 1 }] })
  const mine = { ...base, title: 'Mine', tags: ['b', 'c'] }
  const theirs = { ...base, slug: 'theirs', tags: ['a', 'b', 'd'], toc: false }
  const merge = mergeContents({ base, mine, theirs })
  expect(hasClash(merge)).toBe(false)
  expect(merge.content).toMatchObject({ title: 'Mine', slug: 'theirs', tags: ['b', 'd', 'c'], toc: false })
  expect(merge.content.series).toEqual(base.series)
})

test.each(Object.keys(emptyContent))('what somebody else changed in %s arrives', (field) => {
  const before: unknown = Reflect.get(emptyContent, field)
  const changed = typeof before === 'boolean' ? !before : 'theirs'
  const theirs = {
    ...emptyContent,
    [field]: Array.isArray(before) ? [{ name: 'theirs', position: 1 }] : changed,
  }
  const merge = mergeContents({ base: emptyContent, mine: { ...emptyContent }, theirs })
  expect(merge.content).toEqual(theirs)
})

test('a field that both changed is shown with both values', () => {
  const base = post({ title: 'T', series: [{ name: 's', position: 1 }] })
  const merge = mergeContents({
    base,
    mine: { ...base, title: 'Mine', series: [{ name: 's', position: 2 }] },
    theirs: { ...base, title: 'Theirs', series: [{ name: 's', position: 3 }] },
  })
  expect(merge.fields).toEqual([
    { field: 'title', mine: 'Mine', theirs: 'Theirs' },
    { field: 'series', mine: 's, part 2', theirs: 's, part 3' },
  ])
  const content = settleMerge(merge, { body: [], fields: { title: 'theirs' } })
  expect(content.title).toBe('Theirs')
  expect(content.series).toEqual([{ name: 's', position: 2 }])
})

test('what arrived without an answer is not somebody else’s change', () => {
  const base = post({ body: 'One.' })
  const sent = post({ body: 'One two.' })
  const merge = mergeContents({ base, mine: post({ body: 'One two three.' }), theirs: sent, sent: [sent] })
  expect(hasClash(merge)).toBe(false)
  expect(merge.content.body).toBe('One two three.')
})

test('the order in which fields were written down is no difference', () => {
  const { title, ...rest } = post({ title: 'T' })
  expect(isSameContent(post({ title: 'T' }), { ...rest, title })).toBe(true)
  expect(isSameContent(post({ title: 'T' }), post({ title: 'U' }))).toBe(false)
})

test('no word of a hundred random pairs of edits is dropped', () => {
  const random = seeded(7)
  for (let round = 0; round < 100; round += 1) {
    const base = Array.from({ length: 12 }, (_, at) => `p${round}-${at}`)
    const [mine, theirs] = ['m', 't'].map((who) => edited(base, `${who}${round}`, random))
    const merge = mergeBodies(base.join('\n\n'), (mine ?? []).join('\n\n'), (theirs ?? []).join('\n\n'))
    const body = settleMerge(merge, { body: merge.body.map(() => 'both'), fields: {} }).body
    for (const word of [...(mine ?? []), ...(theirs ?? [])].flatMap((part) => part.split(' ')))
      if (!word.startsWith('p')) expect(body).toContain(word)
  }
})

function edited(base: string[], word: string, random: () => number): string[] {
  return base.flatMap((part, at) => {
    const dice = random()
    if (dice < 0.2) return [`${part} ${word}-${at}`]
    return dice < 0.3 ? [part, `${word}-new-${at}`] : [part]
  })
}
