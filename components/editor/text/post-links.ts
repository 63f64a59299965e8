import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { EditorView } from '@codemirror/view'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import { type Applied, isInCode } from '@/components/editor/text/block-menu'
import type { LinkTarget } from '@/domain/posts/link-targets'

const WAIT = 150
const states = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  live: '',
  expired: 'Expired',
  trashed: 'Trash',
} as const

/** `[[` and some words of a title: the posts that have them, to link to. */
export function postLinkSource(findLinks: EditorActions['findLinks']) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const typed = context.matchBefore(/\[\[[^[\]\n]{0,80}$/)
    if (typed === null || isInCode(context)) return null
    await new Promise((resolve) => setTimeout(resolve, WAIT))
    if (context.aborted) return null
    const answer = await askServer(() => findLinks(typed.text.slice(2).trim()))
    if (!answer.ok || context.aborted) return null
    return { from: typed.from, filter: false, options: answer.value.map(optionOf) }
  }
}

function optionOf(target: LinkTarget): Completion {
  return {
    label: target.title,
    detail: states[target.status],
    apply: (...[view, , from, to]: Applied) => link(view, { from, to, target }),
  }
}

/** Brackets that were closed by themselves go with those that opened them. */
function link(view: EditorView, { from, to, target }: { from: number; to: number; target: LinkTarget }) {
  const closing = /^\]{0,2}/.exec(view.state.sliceDoc(to, to + 2))?.[0].length ?? 0
  const insert = `[${target.title.replace(/[[\]\\]/g, '\\$&')}](${target.path})`
  view.dispatch({
    changes: { from, to: to + closing, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
  })
}
