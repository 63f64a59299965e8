import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { history, historyKeymap, indentLess, indentMore, standardKeymap } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { search, searchKeymap } from '@codemirror/search'
import { EditorView, keymap, placeholder, type KeyBinding } from '@codemirror/view'
import type { EditorActions } from '@/components/editor/editor-actions'
import { blockSource, type FilePickers } from '@/components/editor/text/block-menu'
import {
  insertLink,
  nextHeading,
  toggleBullets,
  toggleMark,
  toggleNumbers,
  toggleQuote,
} from '@/components/editor/text/formatting'
import { postLinkSource } from '@/components/editor/text/post-links'
import { theme } from '@/components/editor/text/theme'
import { uploads } from '@/components/editor/text/uploads'

type Setup = { readOnly: boolean; findLinks: EditorActions['findLinks']; pickers: FilePickers }

/** The keys of the toolbar, as CodeMirror names them. Ctrl/⌘-K stays free for the commands of the desk. */
export const formattingKeys: KeyBinding[] = [
  { key: 'Mod-b', run: toggleMark('**') },
  { key: 'Mod-i', run: toggleMark('*') },
  { key: 'Mod-e', run: toggleMark('`') },
  { key: 'Mod-Shift-x', run: toggleMark('~~') },
  { key: 'Mod-Shift-k', run: insertLink },
  { key: 'Mod-Shift-h', run: nextHeading },
  { key: 'Mod-Shift-7', run: toggleNumbers },
  { key: 'Mod-Shift-8', run: toggleBullets },
  { key: 'Mod-Shift-9', run: toggleQuote },
  // Tab leaves the field, so that nobody is caught inside.
  { key: 'Mod-]', run: indentMore },
  { key: 'Mod-[', run: indentLess },
]

/** Ctrl/⌘-Enter opens the publish panel wherever the cursor is; several cursors are not for prose. */
const ELSEWHERE = new Set(['Mod-Enter', 'Mod-Shift-l', 'Mod-d', 'Mod-Alt-g'])
const keys = [
  ...closeBracketsKeymap,
  ...standardKeymap,
  ...historyKeymap,
  ...searchKeymap,
  ...completionKeymap,
].filter(({ key }) => key === undefined || !ELSEWHERE.has(key))

const phrases = {
  next: 'Next',
  previous: 'Previous',
  'match case': 'Match case',
  regexp: 'Pattern',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
}

/** A Markdown field as tall as its text: the page scrolls, and only what is seen of a long text is drawn. */
export function setUp({ readOnly, findLinks, pickers }: Setup): Extension {
  return [
    history(),
    markdown({ base: markdownLanguage, completeHTMLTags: false }),
    EditorView.lineWrapping,
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({
      'aria-label': 'Text in Markdown',
      ...(readOnly ? { 'aria-readonly': 'true' } : {}),
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    placeholder('Write in Markdown. Type / for a table, a callout, code and more.'),
    closeBrackets(),
    Prec.high(EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '['] } }])),
    EditorView.inputHandler.of(wrapSelection),
    autocompletion({
      override: [blockSource(pickers), postLinkSource(findLinks)],
      icons: false,
      activateOnTypingDelay: 50,
    }),
    search({ top: true }),
    EditorState.phrases.of(phrases),
    uploads,
    theme,
    EditorView.cspNonce.of(nonceOfPage()),
    EditorView.scrollMargins.of((view) => ({ top: coveredAbove(view) })),
    Prec.high(keymap.of(formattingKeys)),
    keymap.of(keys),
  ]
}

/** `*`, `_`, `~`, a backtick or a quote typed over selected words goes around them. */
function wrapSelection(...[view, from, to, text]: [EditorView, number, number, string]): boolean {
  const { main } = view.state.selection
  if (main.empty || from !== main.from || to !== main.to || !/^[*_~`"]$/.test(text)) return false
  view.dispatch({
    changes: [
      { from, insert: text },
      { from: to, insert: text },
    ],
    selection: { anchor: from + 1, head: to + 1 },
    userEvent: 'input.type',
  })
  return true
}

/** The one of the page that came first: pages of the desk that follow are put into the same document. */
function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}

/** How much of the text the bars at the top cover, under which no cursor may hide. Nothing before the page is scrolled. */
function coveredAbove(view: EditorView): number {
  const bottom = document.querySelector('[data-toolbar]')?.getBoundingClientRect().bottom ?? 0
  return Math.max(0, Math.min(bottom, bottom - view.scrollDOM.getBoundingClientRect().top))
}
