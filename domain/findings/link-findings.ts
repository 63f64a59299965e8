import { adviseInText, adviseOn, type Finding, type FindingField } from '@/domain/findings/finding'
import { nameOf } from '@/domain/findings/picture-findings'
import { shortened } from '@/domain/findings/field-findings'
import { type LinkTarget, type Page, readAddress } from '@/domain/links/address'
import type { TargetState } from '@/domain/links/target'
import { decodePercent } from '@/domain/markdown/addresses'
import type { Noticed } from '@/domain/markdown/rendered'
import { momentWithUtc } from '@/lib/times-in-words'

/** What is known of the addresses of this site that a text names, by their normal path. Times are told in `zone`. */
export type Known = { page: Page; zone: string; states: ReadonlyMap<string, TargetState> }
type Written = { href: string; text: string; line: number }

/** Links of a text that would lead readers nowhere at the moment it goes live. */
export function findInLinks({ links, unmade, ids }: Noticed, known: Known): Finding[] {
  return [
    ...links.flatMap((link) => findInLink(link, { known, ids })),
    ...unmade.map(({ text, line }) =>
      adviseInText(line, {
        key: `unmade ${text}`,
        sentence: `“${shortened(text, 60)}” looks like a link and is none`,
        why: 'An address has no blanks, and a name in brackets needs its address below the text.',
      }),
    ),
  ]
}

/** Pictures, sounds and films of the text that are not there. */
export function findInMedia(
  { pictures, media }: Pick<Noticed, 'pictures' | 'media'>,
  known: Known,
): Finding[] {
  return [...pictures, ...media].flatMap(({ src, line }) => {
    const what = whatIsWrongWithFile(src, known)
    return what === null ? [] : adviseInText(line, { key: `file ${src}`, ...what })
  })
}

/** The same of what stands in a field. */
export function findInFileField(field: FindingField, address: string | null, known: Known): Finding[] {
  const what = address === null ? null : whatIsWrongWithFile(address, known)
  return what === null ? [] : [adviseOn(field, { key: `file ${address}`, ...what })]
}

function whatIsWrongWithFile(src: string, { page, states }: Known) {
  const target = readAddress(src, page)
  if (target.is === 'broken') return { sentence: `The file ${nameOf(src)} cannot be shown: ${target.why}` }
  if (target.is !== 'own') return null
  const state = states.get(target.path)
  if (state === undefined || state.is === 'there')
    return target.written === 'relative' ? relative(src, target.path) : null
  return { sentence: `There is no file at ${decodePercent(target.path)}`, why: 'Readers see a hole there.' }
}

function findInLink(link: Written, { known, ids }: { known: Known; ids: string[] }): Finding[] {
  const target = readAddress(link.href, known.page)
  const what = whatIsWrongWithLink(target, link, { known, ids })
  return what === null ? [] : [adviseInText(link.line, { key: `link ${link.href}`, ...what })]
}

type Context = { known: Known; ids: string[] }

function whatIsWrongWithLink(target: LinkTarget, { href, text }: Written, { known, ids }: Context) {
  const name = text === '' ? '' : ` “${shortened(text, 60)}”`
  if (target.is === 'broken') return { sentence: `The link${name} leads nowhere: ${target.why}`, why: href }
  if (target.is === 'within') return missingFragment(target.fragment, ids)
  if (target.is === 'elsewhere') return null
  if (target.path === known.page.path && target.fragment !== '') return missingFragment(target.fragment, ids)
  const state = known.states.get(target.path) ?? { is: 'there' }
  if (state.is === 'there') return target.written === 'relative' ? relative(href, target.path) : null
  return { ...whatOfState(state, { path: decodePercent(target.path), name, zone: known.zone }) }
}

type Shown = { path: string; name: string; zone: string }

function whatOfState(state: Exclude<TargetState, { is: 'there' }>, { path, name, zone }: Shown) {
  const link = `The link${name}`
  if (state.is === 'unknown') return { sentence: `${link} leads to ${path}, and there is nothing` }
  if (state.is === 'gone') return { sentence: `${link} leads to ${path}, which has left the site` }
  if (state.is === 'desk')
    return { sentence: `${link} leads to the desk`, why: 'Readers cannot sign in there.' }
  const title = `“${shortened(state.title, 60)}”`
  if (state.is === 'draft') return { sentence: `${link} leads to ${title}, which is a draft` }
  if (state.is === 'trashed') return { sentence: `${link} leads to ${title}, which is in the trash` }
  return {
    sentence: `${link} leads to ${title}, which is not there yet`,
    why: `It goes live ${momentWithUtc(state.from, zone)}, after this one.`,
  }
}

function missingFragment(fragment: string, ids: string[]) {
  const isThere = ['', 'top', ...ids].includes(fragment) || ids.includes(`user-content-${fragment}`)
  return isThere
    ? null
    : { sentence: `Nothing on this page is named #${fragment}`, why: 'Its headings give the names.' }
}

function relative(href: string, path: string) {
  return {
    sentence: `The address ${href} is relative`,
    why: `Here it means ${decodePercent(path)}, elsewhere something else. Write it from the first / on.`,
  }
}
