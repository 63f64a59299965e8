import type { Options } from 'rehype-sanitize'

const size = /^\d{1,5}$/
const tableParts = 'caption colgroup thead tbody tfoot tr'.split(' ')
const tagNames = (
  'a abbr address article aside audio b bdi bdo blockquote br cite code data dd del details dfn div dl dt em figcaption ' +
  'figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li mark meter ol p picture pre progress q rp rt ruby s samp ' +
  'section small source span strong sub summary sup table td th time track u ul var video wbr col'
)
  .split(' ')
  .concat(tableParts)

// Their content is no prose, or is read by other rules than HTML's: keeping it would let it change its meaning.
const dropped = (
  'script style svg math iframe frame frameset noframes noembed object embed applet template xmp plaintext ' +
  'marquee textarea select option title head base link meta'
).split(' ')

const alignable = ['td', 'th', 'p', 'div', 'img', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'tr']
const align = ['align', 'left', 'center', 'right'] as const
const player = ['src', ['controls', true], ['loop', true], ['muted', true], 'preload'] satisfies Attributes
type Attributes = NonNullable<Options['attributes']>[string]

const attributes: Record<string, Attributes> = {
  a: [
    'href',
    'hrefLang',
    'dataFootnoteRef',
    'dataFootnoteBackref',
    'dataCard',
    'ariaLabel',
    'ariaDescribedBy',
  ],
  audio: [...player],
  bdo: ['dir'],
  blockquote: ['cite'],
  code: [['className', /^language-[\w+#.,-]+$/, 'math-inline', 'math-display']],
  data: ['value'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  img: ['src', 'alt', ['width', size], ['height', size]],
  input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  ins: ['cite', 'dateTime'],
  li: [
    ['className', 'task-list-item'],
    ['value', /^-?\d{1,9}$/],
  ],
  meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
  ol: [
    ['start', /^-?\d{1,9}$/],
    'reversed',
    ['type', '1', 'a', 'A', 'i', 'I'],
    ['className', 'contains-task-list'],
  ],
  progress: ['value', 'max'],
  q: ['cite'],
  section: ['dataFootnotes', ['className', 'footnotes']],
  span: ['dataMore'],
  source: ['src', 'srcSet', 'media', 'type', 'sizes'],
  td: [
    ['colSpan', size],
    ['rowSpan', size],
  ],
  th: [['colSpan', size], ['rowSpan', size], ['scope', 'row', 'col', 'rowgroup', 'colgroup'], 'abbr'],
  time: ['dateTime'],
  track: ['src', 'kind', 'srcLang', 'label', 'default'],
  ul: [['className', 'contains-task-list']],
  video: [...player, 'poster', ['playsInline', true], ['width', size], ['height', size]],
  '*': ['id', 'title', 'lang', ['dir', 'ltr', 'rtl', 'auto']],
}

for (const tagName of alignable) attributes[tagName] = [...(attributes[tagName] ?? []), [...align]]

/**
 * The safe part of HTML: no script, style or event, no classes but those of code, no foreign frames.
 * Every id gets the prefix, so that none can pass for one of ours; `restoreOwnIds` takes it back from footnotes.
 */
export const sanitising: Options = {
  tagNames,
  attributes,
  strip: dropped,
  clobber: ['id', 'ariaDescribedBy'],
  clobberPrefix: 'user-content-',
  protocols: {
    href: ['http', 'https', 'mailto', 'tel', 'xmpp', 'irc', 'ircs'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
    cite: ['http', 'https'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  ancestors: {
    ...Object.fromEntries([...tableParts, 'td', 'th', 'col'].map((part) => [part, ['table']])),
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    summary: ['details'],
    figcaption: ['figure'],
    source: ['picture', 'audio', 'video'],
    track: ['audio', 'video'],
    rt: ['ruby'],
    rp: ['ruby'],
  },
}
