import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '@/lib/errors'

/** How to run Postgres, which refuses to be root: a command prefix, or another user; and where its files then are. */
export type PostgresAccount = {
  prefix: readonly string[]
  user: { uid: number; gid: number } | null
  /** The folder with bin, lib and share. */
  binaries: string
  /** The folder in which the cluster's folder lies. */
  home: string
}

type Place = { dataDir: string; binaries: string; say(line: string): void }

/** An ordinary user runs it directly. Root enters a user namespace, in which it is somebody else without owning less. */
export function choosePostgresAccount(place: Place): PostgresAccount {
  const plain = { prefix: [], user: null, binaries: place.binaries, home: place.dataDir }
  if (process.getuid?.() !== 0) return plain
  const cluster = join(place.dataDir, 'postgres')
  const owner = lstatSync(cluster, { throwIfNoEntry: false })
  if (owner?.isDirectory() === true && owner.uid !== 0)
    return { ...plain, user: { uid: owner.uid, gid: owner.gid } }
  const prefix = namespacePrefix()
  if (prefix !== null && !isLink(cluster)) return { ...plain, prefix }
  return moveWithinReach(place)
}

/** Null where the system forbids user namespaces. */
function namespacePrefix(): readonly string[] | null {
  const { uid, gid } = someUser()
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
  return spawnSync('unshare', [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? prefix : null
}

/** An ordinary user cannot enter root's home, so programs and data move to /var/lib; a link in the data folder says where. */
function moveWithinReach({ dataDir, binaries, say }: Place): PostgresAccount {
  const user = someUser()
  const visible = join(dataDir, 'postgres')
  if (!isLink(visible)) symlinkSync(join(makeHome(user), 'postgres'), visible)
  const home = dirname(readlinkSync(visible))
  say(
    `This system lets root start no Postgres, so the database lives in ${home} and runs as user ${user.name}.`,
  )
  const programs = join(home, 'programs')
  if (!existsSync(programs)) {
    cpSync(binaries, `${programs}.new`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${programs}.new`, programs)
  }
  return { prefix: [], user, binaries: programs, home }
}

function makeHome({ uid, gid }: { uid: number; gid: number }): string {
  const home = mkdtempSync('/var/lib/octavo-')
  chmodSync(home, 0o755)
  chownSync(home, uid, gid)
  return home
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** Postgres insists on a user that has a name; "nobody" also stands for unknown owners, so it is not taken. */
function someUser(): { name: string; uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0 && uid < 65_534)
  const user = users.find(({ name }) => name === 'postgres') ?? users[0]
  if (user !== undefined) return user
  throw new Refusal(
    'unavailable',
    'Postgres cannot run as root and this system has no other user. Start as another user or set DATABASE_URL.',
  )
}
