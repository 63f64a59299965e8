import { makeMissingVariants } from '@/domain/media/variants'
import { renderPending } from '@/domain/posts/rendering'
import { describeError, log } from '@/lib/log'
import type { Stop } from '@/server/signals'

/** Renders what an import, an older renderer or a kill left without HTML while readers are served, and makes missing widths of pictures. */
export async function renderBacklog(stop: Stop): Promise<void> {
  try {
    await renderPending({ isStopped: () => stop.isAsked() })
    await makeMissingVariants(() => stop.isAsked())
  } catch (error) {
    log('render-backlog.failed', describeError(error))
  }
}
