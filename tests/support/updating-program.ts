// What a test runs as a process of its own, to be killed: somebody who changes the post of this id again and again.
import { COMMAND_LINE } from '@/domain/permissions'
import { savePost } from '@/domain/posts/commands'
import { updatePost } from '@/domain/posts/publish'
import { db } from '@/lib/db'
import { contentWith } from '@/tests/support/posts'

const id = String(process.argv[2])
for (;;) {
  const { version, head } = await db.post.findUniqueOrThrow({
    where: { id },
    select: { version: true, head: { select: { slug: true } } },
  })
  const content = contentWith({ title: `Version ${version}`, slug: String(head?.slug) })
  const saved = await savePost(COMMAND_LINE, { id, version, content })
  await updatePost(COMMAND_LINE, { ...saved, announce: false })
}
