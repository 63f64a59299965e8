import { entries, given, type Converted, type Converter, type ReadTag } from './converter'
import { dedent, labelText, trimBlankLines } from './markdown-pieces'

const blockWrappers =
  'tabs tabpane tabgroup tabbed codegroup codetabs columns column center left right div row col grid cards section steps wrap timeline ' +
  'gallery galleria imagegallery imagegrid figuregroup rawp article main container blocks lead fullwidth wide markdown md mdx figures ' +
  'starlightsteps filetree packagemanagers mdxcontent fragment layout prose style ltr rtl typeit textleft textright textcenter multicol slot'
const inlineWrappers =
  'span small big abbr tooltip term color font label badge u emoji nobr nowrap txt p s em strong underline'
const marks = 'kbd mark sub sup del ins'

export const wrapperConverters: [string, Converter][] = [
  ...entries(blockWrappers, (tag) => unwrap(tag)),
  ...entries('tab tabitem tabs-tab tabpanel step card timelineitem', convertTab),
  ...entries(inlineWrappers, convertInline),
  ...marks.split(' ').flatMap((name) => entries(name, (tag) => convertMark(tag, name))),
  ...entries('toc tableofcontents contents', () => ({ text: '', block: false, what: 'was a place for the table of contents' })),
  ...entries('more readmore', () => ({ text: '<!--more-->', block: true, what: null })),
  ...entries('css js', (tag) => (tag.inner === null ? null : { text: '', block: true, what: 'was for the looks only and was left out' })),
  ...entries('br newline linebreak break', () => ({ text: '<br>', block: false, what: null })),
  ...entries('clear clearfix clearboth vspace spacer', () => ({ text: '', block: false, what: 'was for the looks only and was left out' })),
  ...entries('fa icon fas fab faicon fontawesome iconify', (tag) =>
    tag.inner === null ? { text: '', block: false, what: 'was an icon and was left out' } : null,
  ),
] // prettier-ignore

function unwrap(tag: ReadTag): Converted | null {
  if (tag.inner === null || tag.inner.trim() === '') return null
  return {
    text: trimBlankLines(dedent(titleTabs(tag.inner))),
    block: true,
    what: 'was taken away from around its content',
  }
}

/** Hexo's themes write the tabs inside of `{% tabs %}` as comments. */
function titleTabs(inner: string): string {
  return inner
    .replace(/<!--\s*tab\b\s*(.{0,200}?)\s*-->/g, (_, title: string) =>
      title === '' ? '' : `**${labelText(title)}**`,
    )
    .replace(/<!--\s*endtab\s*-->/g, '')
}

function convertTab(tag: ReadTag): Converted | null {
  if (tag.inner === null || tag.inner.trim() === '') return null
  const title = given(tag, 'name title label header value') || tag.given.positional.join(' ')
  const heading = title === '' ? '' : `**${labelText(title)}**\n\n`
  return { text: `${heading}${trimBlankLines(dedent(tag.inner))}`, block: true, what: 'became a titled part' }
}

function convertInline(tag: ReadTag): Converted | null {
  const text = (tag.inner ?? '') || given(tag, 'text content label')
  return text === '' ? null : { text, block: false, what: 'was taken away from around its content' }
}

function convertMark(tag: ReadTag, name: string): Converted | null {
  const text = (tag.inner ?? '') || given(tag, 'text', 0)
  return text === '' ? null : { text: `<${name}>${text}</${name}>`, block: false, what: `became <${name}>` }
}
