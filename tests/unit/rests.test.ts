import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { DRAWS } from '@/lib/jobs'
import { createRests } from '@/server/rests'

test('while a picture is drawn no other one is taken, nor for as long after it as it took; everything else is', () => {
  vi.useFakeTimers()
  const events = new EventEmitter()
  const notNow = createRests(events)
  const drawing = { job: { id: '1', flags: { [DRAWS]: true } } }
  events.emit('job:start', { job: { id: '2', flags: null } })
  expect(notNow()).toBeNull()
  events.emit('job:start', drawing)
  vi.advanceTimersByTime(300)
  expect(notNow()).toEqual([DRAWS])
  events.emit('job:complete', drawing)
  vi.advanceTimersByTime(299)
  expect(notNow()).toEqual([DRAWS])
  vi.advanceTimersByTime(1)
  expect(notNow()).toBeNull()
  vi.useRealTimers()
})
