import { expect, test } from 'vitest'
import * as permissions from '@/domain/permissions'
import type { Actor } from '@/domain/permissions'

const ROLES = ['owner', 'editor', 'author', 'contributor'] as const
type Rules = typeof permissions
type RuleName = Extract<keyof Rules, `can${string}`>

/** What the rule is asked about, besides the actor: nothing, a post, a person or a file. */
const ME = 'me'
const posts = {
  'own draft': { createdById: ME, bylineIds: [], draft: true },
  'own live': { createdById: ME, bylineIds: [], draft: false },
  'byline draft': { createdById: 'somebody', bylineIds: ['another', ME], draft: true },
  'byline live': { createdById: 'somebody', bylineIds: ['another', ME], draft: false },
  'other draft': { createdById: 'somebody', bylineIds: ['another'], draft: true },
  'other live': { createdById: 'somebody', bylineIds: [], draft: false },
  'orphan draft': { createdById: null, bylineIds: [], draft: true },
} as const

/** o = owner, e = editor, a = author, c = contributor: who may. Every post stands in this order: */
const ORDER = [
  'own draft',
  'own live',
  'byline draft',
  'byline live',
  'other draft',
  'other live',
  'orphan draft',
] as const

const onPosts = {
  canReadPost: ['oeac', 'oeac', 'oeac', 'oeac', 'oe', 'oe', 'oe'],
  canSharePost: ['oeac', 'oeac', 'oeac', 'oeac', 'oe', 'oe', 'oe'],
  canEditPost: ['oeac', 'oea', 'oeac', 'oea', 'oe', 'oe', 'oe'],
  canPublishPost: ['oea', 'oea', 'oea', 'oea', 'oe', 'oe', 'oe'],
  canSubmitPost: ['oeac', '', 'oeac', '', 'oe', '', 'oe'],
  canTrashPost: ['oeac', 'oea', 'oeac', 'oea', 'oe', 'oe', 'oe'],
  canDeletePost: ['oe', 'oe', 'oe', 'oe', 'oe', 'oe', 'oe'],
} as const

const onNothing = {
  canCreatePost: 'oeac',
  canChangeBylines: 'oe',
  canUploadMedia: 'oeac',
  canManageTags: 'oe',
  canSeePeople: 'oe',
  canManagePeople: 'o',
  canChangeSettings: 'o',
  canTransfer: 'o',
  canSeeHealth: 'oe',
} as const

const onOwnAndOther = {
  canChangePerson: [{ id: ME }, 'oeac', { id: 'somebody' }, 'o'],
  canChangeMedia: [{ createdById: ME }, 'oeac', { createdById: null }, 'oe'],
} as const

function actor(role: Actor['role']): Actor {
  return { id: ME, name: 'Me', role }
}

function whoMay(may: (actor: Actor) => boolean): string {
  return ROLES.filter((role) => may(actor(role)))
    .map((role) => role[0])
    .join('')
}

const tableOfPosts = keysOf(onPosts).flatMap((rule) =>
  ORDER.map((post, place) => [rule, post, onPosts[rule][place] ?? ''] as const),
)

test.each(tableOfPosts)('%s on the %s: %s', (rule, post, expected) => {
  const { bylineIds, ...rest } = posts[post]
  expect(whoMay((who) => permissions[rule](who, { ...rest, bylineIds: [...bylineIds] }))).toBe(expected)
})

test.each(keysOf(onNothing))('%s', (rule) => {
  expect(whoMay((who) => permissions[rule](who))).toBe(onNothing[rule])
})

test('a person: oneself, and everybody for owners', () => {
  const [own, forOwn, other, forOther] = onOwnAndOther.canChangePerson
  expect(whoMay((who) => permissions.canChangePerson(who, own))).toBe(forOwn)
  expect(whoMay((who) => permissions.canChangePerson(who, other))).toBe(forOther)
})

test('a file: whoever brought it, and editors', () => {
  const [own, forOwn, other, forOther] = onOwnAndOther.canChangeMedia
  expect(whoMay((who) => permissions.canChangeMedia(who, own))).toBe(forOwn)
  expect(whoMay((who) => permissions.canChangeMedia(who, other))).toBe(forOther)
})

test('the command line may do what an owner may, and owns nothing', () => {
  expect(permissions.canManagePeople(permissions.COMMAND_LINE)).toBe(true)
  expect(permissions.isOwn(permissions.COMMAND_LINE, { createdById: null, bylineIds: [] })).toBe(false)
})

test('every rule stands in one of these tables', () => {
  const rules = keysOf(permissions).filter((name): name is RuleName => name.startsWith('can'))
  expect([...keysOf(onPosts), ...keysOf(onNothing), ...keysOf(onOwnAndOther)].sort()).toEqual(rules.sort())
})

test('what is not allowed is a refusal', () => {
  expect(() => permissions.allow(false)).toThrow('You are not allowed')
  expect(() => permissions.allow(true)).not.toThrow()
})

function keysOf<Key extends string>(table: Record<Key, unknown>): Key[] {
  const isKey = (name: string): name is Key => name in table
  return Object.keys(table).filter(isKey)
}
