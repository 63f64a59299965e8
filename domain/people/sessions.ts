import { record } from '@/domain/events/commands'
import { type Actor, allow, type SignedIn } from '@/domain/permissions'
import type { Role } from '@/generated/prisma/browser'
import { randomToken, sameSecret, sha256 } from '@/lib/crypto'
import { db, transaction, type Tx } from '@/lib/db'

const LONGEST_DAYS = 14
const IDLE_HOURS = 12

/** What the cookie carries, sealed: it only names a row. */
export type SessionKey = { id: string; secret: string }
export type Visit = { address: string | null; userAgent: string | null }
export type FoundSession = { id: string; expiresAt: Date; actor: SignedIn }
export type SessionEntry = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  userAgent: string | null
}

/** Begins a session with a secret of its own. It ends 12 hours after its last use, 14 days after its beginning at the latest. */
export async function startSession(tx: Tx, actor: SignedIn, visit: Visit): Promise<SessionKey> {
  const secret = randomToken()
  await removeEndedSessions(tx, actor.id)
  const { id } = await tx.session.create({
    data: {
      personId: actor.id,
      secretHash: sha256(secret),
      expiresAt: new Date(Date.now() + LONGEST_DAYS * 86_400_000),
      address: visit.address,
      userAgent: visit.userAgent?.toWellFormed().slice(0, 300) ?? null,
    },
    select: { id: true },
  })
  await record(tx, { type: 'session.started', actor, data: { session: id } })
  return { id, secret }
}

type Row = { secretHash: string; expiresAt: Date; personId: string; name: string; role: Role; stale: boolean }

/** Who a session belongs to, by the database's clock; null for one that ended, was never there, or has another secret. */
export async function findSession({ id, secret }: SessionKey): Promise<FoundSession | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s.secret_hash AS "secretHash", s.expires_at AS "expiresAt", p.id AS "personId", p.name, p.role,
      s.last_seen_at < now() - interval '1 minute' AS stale
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.id = ${id}::uuid AND s.expires_at > now() AND s.last_seen_at > now() - ${IDLE_HOURS} * interval '1 hour'
      AND p.disabled_at IS NULL AND p.password_hash IS NOT NULL`
  if (row === undefined || !sameSecret(row.secretHash, sha256(secret))) return null
  if (row.stale) await touchSession(id)
  return { id, expiresAt: row.expiresAt, actor: { id: row.personId, name: row.name, role: row.role } }
}

/** Ends the session that this key names, as sign-out does. An unknown or ended one is no trouble. */
export async function endSession({ id, secret }: SessionKey): Promise<void> {
  const session = await findSession({ id, secret })
  if (session === null) return
  await endOwnSession(session.actor, id)
}

/** Ends one of one's own sessions, for example on a lost telephone. */
export async function endOwnSession(actor: Actor, id: string): Promise<void> {
  allow(actor.id !== null)
  await transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, personId: actor.id ?? id } })
    if (count > 0) await record(tx, { type: 'session.ended', actor, data: { session: id } })
  })
}

/** Signs a person out everywhere; part of every change that makes old sign-ins worth nothing. */
export async function endSessionsOf(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const { count } = await tx.session.deleteMany({ where: { personId } })
  if (count > 0) await record(tx, { type: 'session.ended', actor, data: { person: personId, count } })
}

/** Signs oneself out everywhere, here too. */
export async function endOwnSessions(actor: SignedIn): Promise<void> {
  await transaction((tx) => endSessionsOf(tx, actor, actor.id))
}

/** One's own running sessions, the last used first. */
export async function listSessions(actor: Actor): Promise<SessionEntry[]> {
  if (actor.id === null) return []
  return db.$queryRaw<SessionEntry[]>`
    SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", address, user_agent AS "userAgent" FROM session
    WHERE person_id = ${actor.id}::uuid AND expires_at > now() AND last_seen_at > now() - ${IDLE_HOURS} * interval '1 hour'
    ORDER BY last_seen_at DESC, id`
}

/** Written at most once a minute: a page is many requests. */
async function touchSession(id: string) {
  await db.$executeRaw`
    UPDATE session SET last_seen_at = now() WHERE id = ${id}::uuid AND last_seen_at < now() - interval '1 minute'`
}

async function removeEndedSessions(tx: Tx, personId: string) {
  await tx.$executeRaw`
    DELETE FROM session WHERE person_id = ${personId}::uuid
      AND (expires_at <= now() OR last_seen_at <= now() - ${IDLE_HOURS} * interval '1 hour')`
}
