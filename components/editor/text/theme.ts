import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Markdown as it is, only calmer: marks step back, headings and emphasis show. */
const highlighting = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '650' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--desk-accent)' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator, tags.meta, tags.comment],
    color: 'var(--desk-muted)',
  },
  { tag: [tags.monospace, tags.labelName], color: 'var(--desk-good)' },
  { tag: tags.quote, color: 'var(--desk-muted)' },
])

const field = {
  font: 'inherit',
  color: 'inherit',
  backgroundColor: 'var(--desk-surface)',
  border: '1px solid var(--desk-edge)',
  borderRadius: '6px',
  minHeight: '2rem',
  padding: '0 0.625rem',
  backgroundImage: 'none',
}

const look = EditorView.theme({
  '&': { color: 'var(--desk-ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.75rem', overflow: 'visible' },
  '.cm-content': { padding: '0 0 4rem', minHeight: '60dvh', caretColor: 'var(--desk-ink)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--desk-muted)' },
  '.cm-searchMatch': { backgroundColor: 'var(--desk-warn-soft)', outline: '1px solid var(--desk-warn)' },
  '.cm-searchMatch-selected': {
    backgroundColor: 'var(--desk-accent-soft)',
    outlineColor: 'var(--desk-accent)',
  },
  '.cm-panels': {
    zIndex: '10',
    color: 'inherit',
    backgroundColor: 'var(--desk-raised)',
    fontFamily: 'var(--sans)',
    fontSize: '0.8125rem',
  },
  '.cm-panels-top': {
    top: 'calc(var(--bar) + 2.5rem) !important',
    borderBottom: '1px solid var(--desk-line)',
  },
  '.cm-panel.cm-search': { padding: '0.5rem 2.25rem 0.5rem 0', display: 'flow-root' },
  '.cm-panel.cm-search :is(input[type="text"], input:not([type]), button)': { ...field, margin: '0.125rem' },
  '.cm-panel.cm-search .cm-textfield': { maxWidth: '11rem' },
  // Several selections at once are not for prose.
  '.cm-panel.cm-search button[name="select"]': { display: 'none' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '0.25rem',
    fontSize: 'inherit',
    margin: '0.25rem 0.5rem',
  },
  '.cm-panel.cm-search button[name="close"]': {
    position: 'absolute',
    top: '0.5rem',
    right: '0',
    width: '2rem',
    border: '0',
  },
  '.cm-tooltip': { border: '0', backgroundColor: 'transparent', zIndex: '30' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--sans)',
    fontSize: '0.875rem',
    maxHeight: '18rem',
    minWidth: '14rem',
    maxWidth: 'min(22rem, 88vw)',
    padding: '0.25rem',
    color: 'var(--desk-ink)',
    backgroundColor: 'var(--desk-raised)',
    border: '1px solid var(--desk-line)',
    borderRadius: '8px',
    boxShadow: '0 10px 24px rgb(0 0 0 / 0.18)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '1rem',
    padding: '0.3rem 0.5rem',
    borderRadius: '6px',
    lineHeight: '1.5',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--desk-ink)',
    backgroundColor: 'var(--desk-hover)',
    outline: '1px solid var(--desk-edge)',
    outlineOffset: '-1px',
  },
  '.cm-completionLabel': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--desk-muted)', marginLeft: '0' },
  '.cm-upload': {
    display: 'inline-flex',
    gap: '0.5rem',
    alignItems: 'center',
    maxWidth: '100%',
    padding: '0 0.625rem',
    border: '1px dashed var(--desk-edge)',
    borderRadius: '6px',
    fontFamily: 'var(--sans)',
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
  '.cm-upload[data-failed]': { borderColor: 'var(--desk-danger)', color: 'var(--desk-danger)' },
  '.cm-upload button': { textDecoration: 'underline', minHeight: '1.5rem', flexShrink: '0' },
})

export const theme = [look, syntaxHighlighting(highlighting)]
