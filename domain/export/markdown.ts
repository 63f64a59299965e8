import { editFile } from '@/domain/export/edit-file'
import {
  type Export,
  type ExportCounts,
  type ExportedFile,
  manifestOf,
  MANIFEST,
} from '@/domain/export/export'
import { loadPosts, loadKept, type LoadedPost } from '@/domain/export/load-texts'
import { changedFields } from '@/domain/export/house-keys'
import { writeHouseFrontMatter } from '@/domain/export/house-front-matter'
import { type ExportPlan, planExport, type PlannedMedia, type PlannedText } from '@/domain/export/plan'
import { type Referring, referTo, withOwnReferences } from '@/domain/export/references'
import { readSourceLines } from '@/domain/export/source-lines'
import { findMediaOriginal } from '@/domain/media/originals'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { pathOf } from '@/domain/posts/post'
import { getSettings } from '@/domain/settings/queries'
import { rewriteReferences } from '@/domain/transfer/rewrite-references'

type Job = ExportPlan & {
  zone: string
  counts: ExportCounts
  byKey: Map<string, PlannedMedia>
  bySource: Map<string, SourceFiles>
}
/** All paths of a source, and the keys of its pictures by the paths they had. */
type SourceFiles = { files: Set<string>; keys: Map<string, string> }

const CHUNK = 50

/**
 * Everything that is not in the trash, as Markdown with front matter and the files it refers to, drafts and newest texts included.
 * Read while it is taken, a few posts at a time; a post that goes meanwhile is left out. The same blog gives the same files.
 */
export async function exportMarkdown(actor: Actor): Promise<Export> {
  allow(canTransfer(actor))
  const plan = await planExport()
  const { timeZone } = await getSettings()
  const counts: ExportCounts = { posts: 0, asTheyCame: 0, edited: 0, kept: 0, media: 0, missing: [] }
  const byKey = new Map(plan.media.map((media) => [media.key, media]))
  const job = { ...plan, zone: timeZone, counts, byKey, bySource: await filesBySource(plan) }
  return { files: writeAll(job), total: plan.texts.length + plan.media.length + 1, counts }
}

async function* writeAll(job: Job): AsyncGenerator<ExportedFile> {
  const written: string[] = []
  for (let at = 0; at < job.texts.length; at += CHUNK) {
    for (const file of await writeTexts(job, job.texts.slice(at, at + CHUNK))) {
      written.push(file.path)
      yield file
    }
  }
  for (const media of job.media) {
    const file = await findMediaOriginal(media.key)
    if (file === null) job.counts.missing.push(media.path)
    else {
      job.counts.media += 1
      written.push(media.path)
      yield { path: media.path, file }
    }
  }
  yield { path: MANIFEST, bytes: manifestOf(written) }
}

async function writeTexts(job: Job, texts: PlannedText[]): Promise<ExportedFile[]> {
  const posts = await loadPosts(texts.flatMap(({ postId }) => postId ?? []))
  const kept = await loadKept(
    texts.flatMap(({ postId, fileId }) => (postId === null && fileId !== null ? [fileId] : [])),
  )
  return texts.flatMap((text) => {
    const post = text.postId === null ? undefined : posts.get(text.postId)
    const bytes = text.fileId === null ? undefined : kept.get(text.fileId)
    if (post !== undefined) return [{ path: text.path, bytes: writePost(job, text, post) }]
    if (bytes === undefined) return []
    job.counts.kept += 1
    return [{ path: text.path, bytes }]
  })
}

function writePost(job: Job, text: PlannedText, post: LoadedPost): Uint8Array {
  job.counts.posts += 1
  if (post.file === null) return writeHouse(job, text, post)
  const isUntouched = changedFields(post.file.state, post.state).length === 0 && post.body === post.file.body
  if (isUntouched) {
    job.counts.asTheyCame += 1
    return post.file.bytes
  }
  job.counts.edited += 1
  return writeEdited(job, text, { ...post, file: post.file })
}

function writeHouse(
  { byKey }: Job,
  { path, hasOwnName }: PlannedText,
  { state, extra, body }: LoadedPost,
): Uint8Array {
  const { references } = referTo(path, mentionsOf(state, body), byKey)
  const refer = (address: string) => references.get(address) ?? address
  const address = hasOwnName ? null : decodeURIComponent(pathOf(state))
  return Buffer.from(
    `${writeHouseFrontMatter({ state, extra, refer, address })}${rewriteReferences(body, references)}`,
  )
}

type Came = LoadedPost & { file: NonNullable<LoadedPost['file']> }

function writeEdited(
  { zone, byKey, bySource }: Job,
  { path }: PlannedText,
  { state, extra, body, file }: Came,
): Uint8Array {
  const { files, keys } = bySource.get(file.source) ?? {
    files: new Set<string>(),
    keys: new Map<string, string>(),
  }
  const source = { path: file.path, body: readSourceLines(file.bytes).text, named: [] }
  const referring: Referring = withOwnReferences(referTo(path, mentionsOf(state, body), byKey), source, keys)
  return editFile({
    path: file.path,
    bytes: file.bytes,
    change: {
      before: file.state,
      after: state,
      siteZone: zone,
      isJekyll: /(^|\/)(_posts|_drafts)\/|(^|\/)\d{4}-\d\d?-\d\d?-/.test(file.path),
    },
    body: { imported: file.body, current: body },
    extra,
    files,
    ...referring,
  })
}

function mentionsOf({ featuredImage, thumbnail, audio }: LoadedPost['state'], body: string): string {
  return [featuredImage, thumbnail, audio, body].join('\n')
}

async function filesBySource({ texts, media }: ExportPlan): Promise<Map<string, SourceFiles>> {
  const sources = new Map<string, SourceFiles>()
  const of = (source: string) => {
    const known = sources.get(source) ?? { files: new Set<string>(), keys: new Map<string, string>() }
    sources.set(source, known)
    return known
  }
  for (const { source, sourcePath } of texts)
    if (source !== null && sourcePath !== null) of(source).files.add(sourcePath)
  for (const { source, sourcePath, key } of media) {
    if (source === null || sourcePath === null) continue
    of(source).files.add(sourcePath)
    of(source).keys.set(sourcePath, key)
  }
  return sources
}
