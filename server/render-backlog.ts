import { renderPending } from '@/domain/posts/rendering'
import { describeError, log } from '@/lib/log'
import type { Stop } from '@/server/signals'

/** Renders what an import, an older renderer or a kill left without HTML while readers are served. */
export async function renderBacklog(stop: Stop): Promise<void> {
  try {
    await renderPending({ isStopped: () => stop.isAsked() })
  } catch (error) {
    log('render-backlog.failed', describeError(error))
  }
}
