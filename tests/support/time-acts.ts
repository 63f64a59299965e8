import type { SignedIn } from '@/domain/permissions'
import { compareChange } from '@/domain/posts/change-comparison'
import { cancelChange, moveChange, renewChange, scheduleChange } from '@/domain/posts/changes-ahead'
import { planPost } from '@/domain/posts/plan'
import { expirePost } from '@/domain/posts/publish'
import { Refusal } from '@/lib/errors'
import { type MadePost, outcomeOf, type PostState } from '@/tests/support/roles'

type OnPost = (actor: SignedIn, post: MadePost) => Promise<unknown>

const date = new Date('2199-01-01T00:00:00Z')
const later = { date, zone: 'UTC', announce: false }
const NO_CHANGE = '01890000-0000-7000-8000-000000000000'

/** Rows of the role matrix: what is done to the times of a post. */
export const TIME_ACTS: [string, PostState, string, string, OnPost][] = [
  ['expirePost', 'draft', 'oea', 'oe', (actor, { id }) => expirePost(actor, { id, expiresAt: date })],
  ['expirePost', 'live', 'oea', 'oe', (actor, { id }) => expirePost(actor, { id, expiresAt: date })],
  ['scheduleChange', 'live', 'oea', 'oe', (actor, post) => scheduleChange(actor, { ...post, ...later })],
  ['moveChange', 'live', 'oea', 'oe', onNoChange(moveChange)],
  ['renewChange', 'live', 'oea', 'oe', onNoChange(renewChange)],
  ['compareChange', 'live', 'oeac', 'oe', onNoChange(compareChange)],
  ['cancelChange', 'live', 'oea', 'oe', onNoChange(cancelChange)],
  ['planPost', 'draft', 'oeac', 'oe', (actor, { id }) => planPost(actor, { id, plannedFor: date, zone: 'UTC' })],
] // prettier-ignore

type OnChange = { id: string; version: number; change: string } & typeof later

/** Who may is told that there is no such change, and that is as good as done; who may not is told nothing of it. */
function onNoChange(act: (actor: SignedIn, input: OnChange) => Promise<unknown>): OnPost {
  return async (actor, post) => {
    const outcome = await outcomeOf(() => act(actor, { ...post, ...later, change: NO_CHANGE }))
    if (outcome === 'forbidden' || outcome === 'not-found') throw new Refusal(outcome, outcome)
    if (outcome !== 'conflict') throw new Error(`a change that is not there: ${outcome}`)
  }
}
