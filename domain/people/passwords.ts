import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from '@/domain/people/common-passwords'
import { Refusal } from '@/lib/errors'

const SHORTEST = 8
const LONGEST = 1_024

/** argon2id (the library's default) as OWASP's password storage sheet advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** The hash of a random text that nobody kept: verified when there is no such person, so that time tells nothing. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$uIRIqSvhVX0YAuQ9Jm0+pQ$KiqutJX2az6DIGHSYBk9qTn8mCz2TmiEURUG5WuqlGU'

/**
 * The argon2id hash of a new password. Refuses (`invalid`, field `password`) fewer than 8 or more than 1,024 bytes, and what
 * attackers try first; `known` are texts that are no secret, such as the person's name and e-mail address.
 */
export async function hashNewPassword(password: string, known: (string | null)[] = []): Promise<string> {
  const bytes = Buffer.byteLength(normalize(password))
  if (bytes < SHORTEST) throw refuse('The password needs at least 8 characters.')
  if (bytes > LONGEST) throw refuse('The password is longer than 1,024 bytes.')
  if (isCommonPassword(password, known))
    throw refuse('This password is easy to guess. Take three or four words that do not belong together.')
  return hash(normalize(password), COST)
}

/** Whether the password is right. Takes as long when there is no hash to compare with. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const possible = Buffer.byteLength(normalize(password)) <= LONGEST
  const right = await verify(passwordHash ?? NOBODY, possible ? normalize(password) : '')
  return right && possible && passwordHash !== null
}

/** One character typed on two keyboards may arrive as different code points. */
function normalize(password: string): string {
  return password.toWellFormed().normalize('NFC')
}

function refuse(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { field: 'password' })
}
