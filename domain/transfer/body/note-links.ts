import type { BodyContext } from './body-context'
import { changeProse } from './lines'
import { link, picture } from './markdown-pieces'

const wiki = /(!?)\[\[([^[\]|#\n]*)(#[^[\]|\n]*)?(?:\\?\|([^[\]\n]*))?\]\](?!\()/g

/** `[[A note]]`, `[[A note#part|words]]` and `![[picture.png|300]]`, as note-taking programs write links. */
export function convertNoteLinks(body: string, context: BodyContext): string {
  if (!body.includes('[[')) return body
  return changeProse(body, wiki, (found, at) => {
    const [raw, bang = '', name = '', fragment = '', label = ''] = found
    const target = name.trim()
    const beside = context.fileAt(target) === null ? null : target
    const file = bang === '!' ? (beside ?? context.fileNamed(target)) : null
    if (file !== null) {
      context.notes.repaired('![[ ]] became a picture', at)
      return picture(file, { alt: /^\d+(x\d+)?$/.test(label) ? '' : label, caption: '', href: '' })
    }
    const address = target === '' && fragment !== '' ? '' : context.pageAt(target)
    if (address !== null && target + fragment !== '') {
      context.notes.repaired('[[ ]] became a link', at)
      return link(label || target || fragment.slice(1), `${address}${slugOf(fragment)}`)
    }
    // `[[bin]]` and `[[ -f x ]]` are words of programs; only what looks like a title is told.
    if (bang === '!' || label !== '' || /^[A-Z].* /.test(target))
      context.notes.reported(`${raw} leads to nothing in the source`, at)
    return raw
  })
}

function slugOf(fragment: string): string {
  return fragment.toLowerCase().trim().replace(/\s+/g, '-')
}
