import { adviseInText, type Finding } from '@/domain/findings/finding'
import { decodePercent } from '@/domain/markdown/addresses'
import type { Noticed } from '@/domain/markdown/rendered'

const FILE_NAME =
  /^[\w()-]*\.(jpe?g|png|gif|webp|avif|svg|heic)$|^(img|dsc|dscn|image|screenshot|photo)[\s_-]*\d[\w\s.-]*$/i

/** Pictures of the text that say nothing to those who do not see them. */
export function findInPictures({ pictures }: Pick<Noticed, 'pictures'>): Finding[] {
  return pictures.flatMap(({ src, alt, line }) => {
    if (alt.trim() === '')
      return adviseInText(line, {
        key: `alt ${src}`,
        sentence: `The picture ${nameOf(src)} has no description`,
        why: 'Write between the brackets what it shows, for those who do not see it. One that only adorns needs none.',
      })
    if (!FILE_NAME.test(alt.trim())) return []
    return adviseInText(line, {
      key: `alt ${src}`,
      sentence: `The description of a picture is the name of its file: “${alt.trim()}”`,
      why: 'It is read out to those who do not see the picture. Say what it shows.',
    })
  })
}

/** The last part of its address, as people read it. */
export function nameOf(src: string): string {
  return (
    decodePercent(src.split(/[?#]/, 1)[0]?.replace(/\/+$/, '').split('/').at(-1) ?? '') ||
    src ||
    'without an address'
  )
}
