import { resolve } from 'node:path'
import { type Command, onDatabase, readArguments } from '@/cli/command'
import { showProgress } from '@/cli/progress'
import type { Export } from '@/domain/export/export'
import { COMMAND_LINE } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'

/** `export`: `export` is a word that JavaScript has taken. */
export const exportBlog: Command = {
  usage: ['FOLDER|FILE.zip [--force]'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, { force: { type: 'boolean' } })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw new Refusal('invalid', 'Name one folder, or one file that ends in .zip.')
    await onDatabase('export', () => takeOut(resolve(path), values.force ?? false))
  },
}

async function takeOut(path: string, force: boolean): Promise<void> {
  const { exportMarkdown } = await import('@/domain/export/markdown')
  const { totalsOf } = await import('@/domain/export/export')
  const began = Date.now()
  const content = await exportMarkdown(COMMAND_LINE)
  const progress = showProgress('Exporting')
  await writeTo(path, { content, force, onProgress: progress.show }).finally(progress.end)
  for (const missing of content.counts.missing)
    console.log(`${missing}: the file is not in the data folder and was left out`)
  const seconds = ((Date.now() - began) / 1_000).toFixed(1)
  console.log(`${path}: ${totalsOf(content.counts)} in ${seconds} s.`)
  if (content.counts.missing.length > 0) process.exitCode = 1
}

type Writing = {
  content: Export
  force: boolean
  onProgress: (done: number, total: number) => void
}

async function writeTo(path: string, { content, ...how }: Writing): Promise<void> {
  const { writeFolder } = await import('@/domain/export/write-folder')
  const { writeZip } = await import('@/domain/export/write-zip')
  if (/\.zip$/i.test(path)) await writeZip(content, { file: path, ...how })
  else await writeFolder(content, { folder: path, ...how })
}
