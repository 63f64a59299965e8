import { expect, test } from 'vitest'
import { attemptAt, keepTaken, nothingTaken } from '@/domain/transfer/taken'

test('an attempt knows what was taken before it, and what it takes counts once it is kept', () => {
  const taken = nothingTaken({ pin: false })
  taken.slugs.add('post  one')
  const lost = attemptAt(taken)
  const kept = attemptAt(taken)
  for (const attempt of [lost, kept]) {
    expect(attempt.slugs.has('post  one')).toBe(true)
    attempt.slugs.add('post  two')
    attempt.feedIds.add('urn:two')
    attempt.addresses.add('/two')
    attempt.pin = true
    expect(attempt.slugs.has('post  two')).toBe(true)
  }
  const own = () => [
    taken.slugs.has('post  two'),
    taken.feedIds.has('urn:two'),
    taken.addresses.has('/two'),
    taken.pin,
  ]
  expect(own()).toEqual([false, false, false, false])
  keepTaken(taken, kept)
  expect(own()).toEqual([true, true, true, true])
})

test('an attempt costs what it takes, however much was taken before', () => {
  const taken = nothingTaken({ pin: false })
  for (let hundred = 0; hundred < 1_000; hundred += 1) {
    const attempt = attemptAt(taken)
    for (let n = 0; n < 100; n += 1) attempt.slugs.add(`post  ${hundred}-${n}`)
    expect(attempt.slugs.own.size).toBe(100)
    keepTaken(taken, attempt)
  }
  expect(taken.slugs.own.size).toBe(100_000)
})
