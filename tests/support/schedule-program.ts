// The editors of the schedule's tests, as a process of their own beside the servers: a line of JSON in, a line of JSON out.
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { closeRenderPool } from '@/domain/markdown/pool'
import { COMMAND_LINE } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { expirePost, schedulePost } from '@/domain/posts/publish'
import { db } from '@/lib/db'
import { contentWith } from '@/tests/support/posts'

const planned = z.object({ title: z.string(), tags: z.array(z.string()), series: z.array(z.string()), due: z.coerce.date(), over: z.coerce.date().nullable() }) // prettier-ignore
const wish = z.union([
  z.object({ plan: z.array(planned) }),
  z.object({ move: z.uuid(), version: z.int(), due: z.coerce.date() }),
])

const clockmaker = await db.person.upsert({
  where: { slug: 'a-clockmaker' },
  create: { name: 'A Clockmaker', slug: 'a-clockmaker' },
  update: {},
  select: { id: true },
})

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(wish.parse(JSON.parse(line)))
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
await closeRenderPool()
await db.$disconnect()

async function obey(asked: z.infer<typeof wish>) {
  if ('plan' in asked) return planAll(asked.plan)
  const { move: id, version, due } = asked
  await schedulePost(COMMAND_LINE, { id, version, date: due, zone: 'Europe/Berlin' })
  return []
}

async function planAll(posts: z.infer<typeof planned>[]) {
  const made = []
  for (const { title, tags, series, due, over } of posts) {
    const content = contentWith({ title, tags, series: series.map((name) => ({ name, position: null })), bylineIds: [clockmaker.id], body: `An escapement of ${title}.` }) // prettier-ignore
    const post = await createPost(COMMAND_LINE, content)
    if (over !== null) await expirePost(COMMAND_LINE, { id: post.id, expiresAt: over })
    await schedulePost(COMMAND_LINE, { ...post, date: due, zone: 'Europe/Berlin' })
    made.push(post)
  }
  return made
}
