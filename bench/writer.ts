// What the benches ask of a database: `fill <count>` makes that many posts, `vary` gives them different texts; `publish` writes and
// publishes one through the domain, `release` does it as the publish panel would, `announce` tells the world of one; `plan <count>`
// schedules that many, `clock` and `job` ask what is due next, `page` asks what the first page and a post need when nothing is
// remembered. One line in, one line of JSON out.
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { RENDERER_VERSION } from '@/domain/markdown/rendered'
import { closeRenderPool } from '@/domain/markdown/pool'
import { COMMAND_LINE } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { publishPost, schedulePost } from '@/domain/posts/publish'
import { ensureShowable } from '@/domain/posts/showable'
import { getLivePost, getNeighbours, listLivePosts } from '@/domain/posts/queries'
import { postContent } from '@/domain/posts/schema'
import { announcePost } from '@/domain/schedule/announce'
import { readClock } from '@/domain/schedule/clock'
import { db, transaction } from '@/lib/db'
import { expire } from '@/lib/depends'

const PARAGRAPH =
  'A page that was fast with ten posts has to be fast with a hundred thousand, or it was never fast. '
const TAGS = 50
const VOCABULARY = 20_000
let written = 0

for await (const line of createInterface({ input: process.stdin })) {
  const [command, count] = line.split(' ')
  const answer = await obey(command, Number(count))
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
await closeRenderPool()
await db.$disconnect()

function obey(command: string | undefined, count: number) {
  if (command === 'fill') return fill(count)
  if (command === 'plan') return plan(count)
  if (command === 'vary') return vary()
  if (command === 'clock') return timed(() => readClock(since))
  if (command === 'job') return timed(() => nextJob())
  if (command === 'page') return timed(() => readPages())
  if (command === 'announce') return announce()
  return publish({ isChecked: command === 'release' })
}

const since = new Date().toISOString()

/** Due an hour after another, from tomorrow on. */
async function plan(count: number) {
  for (let number = 0; number < count; number++) {
    const date = new Date(Date.now() + 86_400_000 + number * 3_600_000)
    await schedulePost(COMMAND_LINE, { ...(await write(`Planned ${number}`)), date, zone: 'UTC' })
  }
  await db.$executeRaw`ANALYZE`
  return { planned: count }
}

/** As graphile-worker looks for what is due. */
function nextJob() {
  return db.$queryRaw`SELECT id FROM graphile_worker._private_jobs jobs WHERE is_available AND run_at <= now() - interval '1 day'
    AND task_id = ANY (SELECT id FROM graphile_worker._private_tasks) ORDER BY priority, run_at LIMIT 1 FOR UPDATE SKIP LOCKED`
}

async function readPages() {
  await listLivePosts({}, { page: 1, perPage: 10 })
  const post = await getLivePost('/posts/post-100')
  if (post === null) throw new Error('There is no post to read.')
  await getNeighbours(post)
}

async function announce() {
  written += 1
  const post = await write(`Announced, ${written}`)
  await publishPost(COMMAND_LINE, post)
  return timed(() => announcePost(post.id))
}

async function timed(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return { milliseconds: performance.now() - began }
}

/** Texts of 200 words, a few of them in every text and most in few, as in any language; two thousand of them, each with a word of its own. */
async function vary() {
  const random = seededRandom()
  const word = () => inLetters(Math.floor(Math.exp(random() * Math.log(VOCABULARY))))
  const texts = Array.from({ length: 2_000 }, () => Array.from({ length: 200 }, word).join(' '))
  await transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      await tx.$executeRaw`UPDATE revision r SET text = texts.text || ' ' || r.slug, title = array_to_string((string_to_array(texts.text, ' '))[1:5], ' ')
        FROM unnest(${texts}::text[]) WITH ORDINALITY AS texts(text, n) WHERE texts.n = 1 + abs(hashtext(r.slug)) % 2000`
    },
    { timeout: 1_800_000 },
  )
  await tidy()
  return { texts: texts.length }
}

/** Nothing that is asked through `db` may take so long. */
async function tidy() {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** Always the same numbers (mulberry32), so that two runs can be compared. */
function seededRandom(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function inLetters(number: number): string {
  return (
    [...number.toString(16)].map((digit) => 'bdfghjklmnprstvz'[Number.parseInt(digit, 16)] + 'a').join('') +
    'x'
  )
}

/** Posts an hour apart, three tags each, of some 6 kB of HTML, straight into the tables. */
async function fill(count: number) {
  const html = `<p>${PARAGRAPH.repeat(8)}</p>\n`.repeat(8)
  await transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      await tx.$executeRaw`INSERT INTO person (id, name, slug) VALUES (gen_random_uuid(), 'A Writer', 'a-writer')`
      await tx.$executeRaw`INSERT INTO tag (id, name, slug, folded)
        SELECT gen_random_uuid(), 'Tag ' || n, 'tag-' || n, 'tag ' || n FROM generate_series(1, ${TAGS}) n`
      await tx.$executeRaw`CREATE TEMP TABLE made ON COMMIT DROP AS
        SELECT n, gen_random_uuid() AS post_id, gen_random_uuid() AS revision_id, date_trunc('hour', now()) - n * interval '1 hour' AS date
        FROM generate_series(1, ${count}) n`
      await tx.$executeRaw`INSERT INTO post (id, draft, date, feed_id)
        SELECT post_id, false, date, 'urn:uuid:' || post_id FROM made`
      await tx.$executeRaw`INSERT INTO revision (id, post_id, number, act, title, slug, body, html, text, excerpt, words, reading_minutes, renderer_version)
        SELECT revision_id, post_id, 1, 'imported', 'Post number ' || n, 'post-' || n, ${PARAGRAPH}, ${html}, ${PARAGRAPH}, ${PARAGRAPH}, 1200, 6, ${RENDERER_VERSION}
        FROM made`
      await tx.$executeRaw`UPDATE post SET head_id = revision_id FROM made WHERE post.id = made.post_id`
      await tx.$executeRaw`INSERT INTO publication (id, post_id, revision_id, kind, path, date, visible_from)
        SELECT gen_random_uuid(), post_id, revision_id, 'post', '/posts/post-' || n, date, date FROM made`
      await tx.$executeRaw`INSERT INTO revision_tag (revision_id, tag_id, position)
        SELECT revision_id, t.id, k FROM made, generate_series(0, 2) k, LATERAL (
          SELECT id FROM tag WHERE slug = 'tag-' || ((n * 7 + k * 13) % ${TAGS} + 1)) t`
      await tx.$executeRaw`INSERT INTO revision_byline (revision_id, person_id, position)
        SELECT revision_id, p.id, 0 FROM made, person p WHERE p.slug = 'a-writer'`
      await expire(tx, ['all'])
    },
    { timeout: 600_000 },
  )
  await db.$executeRaw`ANALYZE`
  return { posts: await db.livePublication.count() }
}

/** The publish panel has a text rendered before anybody can press its button; from elsewhere it is rendered on the way. */
async function publish({ isChecked }: { isChecked: boolean }) {
  written += 1
  const title = `Published just now, ${written}`
  const post = await write(title)
  if (isChecked) await ensureShowable({ actor: COMMAND_LINE, ...post })
  return { ...(await timed(() => publishPost(COMMAND_LINE, post))), title }
}

function write(title: string) {
  const content = postContent.parse({
    kind: 'post', title, subtitle: null, description: null, slug: '', body: PARAGRAPH, tags: ['Tag 1', 'Tag 2'], series: [],
    bylineIds: [], featuredImage: null, thumbnail: null, audio: null, canonicalUrl: null, comments: true, toc: true, math: 'double',
  }) // prettier-ignore
  return createPost(COMMAND_LINE, content)
}
