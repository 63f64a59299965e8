import { findInFeed } from '@/domain/findings/feed-findings'
import { findInFields } from '@/domain/findings/field-findings'
import { type Finding, inOrder } from '@/domain/findings/finding'
import { findInFileField, findInLinks, findInMedia, type Known } from '@/domain/findings/link-findings'
import { findInPictures } from '@/domain/findings/picture-findings'
import type { CheckInput } from '@/domain/findings/schema'
import { findAtSlug } from '@/domain/findings/slug-findings'
import { type Page, readAddress } from '@/domain/links/address'
import { findTargets } from '@/domain/links/targets'
import { absoluteHtml } from '@/domain/markdown/absolute'
import type { Noticed } from '@/domain/markdown/rendered'
import { describeAudio, getFeaturedPicture } from '@/domain/media/queries'
import { type Actor, allow, canReadPost } from '@/domain/permissions'
import { pathOf } from '@/domain/posts/post'
import { ensureRendered } from '@/domain/posts/rendering'
import { getSettings } from '@/domain/settings/queries'
import { db } from '@/lib/db'
import { databaseNow } from '@/lib/dates'
import { Refusal } from '@/lib/errors'
import { siteUrl } from '@/lib/site-url'

export type Check = { findings: Finding[]; ignored: string[] }

/**
 * What readers and feed readers would stumble over if this version went live at that moment. Only what this person may see is told;
 * no other host is asked anything.
 */
export async function checkPost(actor: Actor, { id, version, at }: CheckInput): Promise<Check> {
  const revision = await db.revision.findUnique({
    where: { postId_number: { postId: id, number: version } },
    select: checked,
  })
  if (revision === null) throw await missing(id)
  const { post, ...text } = revision
  const bylineIds = post.head?.bylines.map(({ personId }) => personId) ?? []
  allow(canReadPost(actor, { ...post, bylineIds }))
  const [{ html, problem, noticed }, now] = await Promise.all([ensureRendered(text.id), databaseNow(db)])
  const page = { path: pathOf({ ...post, slug: text.slug }), origin: siteUrl() }
  const moment = at === null || at < now ? now : at
  const [known, picture, excerpt] = await Promise.all([
    whatIsKnown(actor, { text, noticed, page, at: moment, zone: post.dateZone }),
    getFeaturedPicture(text),
    findExcerpt(text.id),
  ])
  const bytes = text.audio === null ? null : ((await describeAudio(text.audio))?.bytes ?? null)
  const audio = text.audio === null ? null : { address: text.audio, bytes }
  const findings = [
    ...findProblem(problem),
    ...(await findAtSlug({ postId: id, path: page.path, at: moment })),
    ...findInFields({ ...text, excerpt, imageAlt: picture?.alt ?? null }),
    ...findInFileField('featuredImage', text.featuredImage, known),
    ...findInFileField('thumbnail', text.thumbnail, known),
    ...findInFileField('audio', text.audio, known),
    ...findInPictures(noticed),
    ...findInMedia(noticed, known),
    ...findInLinks(noticed, known),
    ...findInFeed({ body: text.body, html: absoluteHtml(html, page.origin + page.path), noticed, audio }),
  ]
  return { findings: inOrder(findings), ignored: post.ignoredFindings }
}

const checked = {
  id: true, title: true, description: true, slug: true, body: true, featuredImage: true, featuredImageAlt: true, thumbnail: true, audio: true,
  post: {
    select: {
      kind: true, language: true, draft: true, createdById: true, dateZone: true, ignoredFindings: true,
      head: { select: { bylines: { select: { personId: true } } } },
    },
  },
} as const // prettier-ignore

function findProblem(problem: string | null): Finding[] {
  if (problem === null) return []
  return [
    {
      key: 'problem',
      sentence: 'The text cannot be shown',
      why: problem,
      place: { field: 'body', line: 1 },
      stops: true,
    },
  ]
}

/** Made by the rendering, so read after it. */
async function findExcerpt(id: string): Promise<string | null> {
  return (await db.revision.findUnique({ where: { id }, select: { excerpt: true } }))?.excerpt ?? null
}

async function missing(postId: string): Promise<Refusal> {
  if ((await db.post.count({ where: { id: postId } })) === 0)
    return new Refusal('not-found', 'There is no such post.')
  return new Refusal('conflict', 'This version has been saved over. Look at the newer text first.')
}

type Asked = {
  text: { id: string; featuredImage: string | null; thumbnail: string | null; audio: string | null }
  noticed: Noticed
  page: Page
  at: Date
  zone: string | null
}

async function whatIsKnown(actor: Actor, { text, noticed, page, at, zone }: Asked): Promise<Known> {
  const addresses = [
    ...noticed.links.map(({ href }) => href),
    ...[...noticed.pictures, ...noticed.media].map(({ src }) => src),
    ...[text.featuredImage, text.thumbnail, text.audio].filter((address) => address !== null),
  ]
  const paths = addresses.flatMap((address) => {
    const target = readAddress(address, page)
    return target.is === 'own' && target.path !== page.path ? target.path : []
  })
  const [states, { timeZone }] = await Promise.all([
    findTargets(actor, { paths, at, revisionId: text.id }),
    getSettings(),
  ])
  return { page, states, zone: zone ?? timeZone }
}
