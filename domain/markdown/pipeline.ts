import type { Options } from 'react-markdown'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { markCallouts } from './callouts'
import { linkForeignPlayers, styleCards } from './cards'
import { checkHtmlTree, checkMarkdownTree } from './check-tree'
import { highlightCode, nameLanguages } from './code-blocks'
import { renderFormulas, tidyFormulas } from './formulas'
import { linkHeadings } from './headings'
import { followPrefixedIds, restoreOwnIds } from './ids'
import { keepInline } from './inline'
import { markLines } from './lines'
import { modernise } from './modernise'
import { markMore } from './more-marker'
import { makeFigures, placePictures, quietPlayers } from './pictures'
import { noticeSource } from './notice'
import type { Heading, Noticed, RenderOptions } from './rendered'
import { dropEmptyLinks, dropEmptyParagraphs, orderSummaries, widenAroundBlocks } from './repair'
import { sanitising } from './sanitising'
import { alignByClasses, frameTables } from './tables'
import { labelTasks } from './task-lists'

type Steps = NonNullable<Options['rehypePlugins']>

export function markdownSteps({ math }: RenderOptions): Steps {
  return [remarkGfm, [remarkMath, { singleDollarTextMath: math === 'dollars' }], checkMarkdownTree]
}

/** Footnotes keep short ids (`fn-1`): a post stands alone on its page. */
export const htmlOptions: Options['remarkRehypeOptions'] = {
  clobberPrefix: '',
  footnoteLabel: 'Footnotes',
  footnoteBackLabel: (reference, again) =>
    `Back to the text at footnote ${reference + 1}${again > 1 ? `, place ${again}` : ''}`,
}

/** Everything before the last of these is the author's; everything after it is ours and may add what authors may not. */
export function safetySteps(noticed: Noticed): Steps {
  return [
    checkHtmlTree,
    rehypeRaw,
    checkHtmlTree,
    [noticeSource, noticed],
    modernise,
    linkForeignPlayers,
    markMore,
    [rehypeSanitize, sanitising],
  ]
}

export function finishingSteps(options: RenderOptions, toc: Heading[]): Steps {
  if (options.inline === true) return [keepInline, dropEmptyLinks]
  return [
    restoreOwnIds,
    renderFormulas,
    tidyFormulas,
    nameLanguages,
    highlightCode,
    markCallouts,
    labelTasks,
    [placePictures, options.media ?? {}],
    makeFigures,
    quietPlayers,
    styleCards,
    alignByClasses,
    frameTables,
    dropEmptyLinks,
    orderSummaries,
    widenAroundBlocks,
    dropEmptyParagraphs,
    [linkHeadings, toc],
    followPrefixedIds,
    ...(options.lines === true ? [markLines] : []),
  ]
}
