import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Piscina } from 'piscina'
import type { Part } from '@/lib/align'
import { renderRefused } from './refused'
import type { Rendered, RenderOptions } from './rendered'

const usualDeadlineMs = 30_000
const idleMs = 60_000
const memoryMb = 768

type Task = { markdown: string; options: RenderOptions } | { before: string; after: string }
type Pool = { threads: Piscina<Task, Rendered | Part[]>; free: number; waiting: (() => void)[] }

declare global {
  // Next's bundle and our server load this module twice, and must share the threads.
  var octavoRenderPool: Pool | undefined
}

/**
 * Renders in a worker thread, in the order of the calls. Never takes longer than 30 s once begun: a text that needs
 * more time or memory answers with a `problem`, as a refused one does. Throws only when the renderer has a bug.
 */
export async function render(markdown: string, options: RenderOptions = {}): Promise<Rendered> {
  try {
    const rendered = await run('work', { markdown, options })
    if (Array.isArray(rendered)) throw new Error('A text was rendered, not compared.')
    return rendered
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    return renderRefused(markdown, problem)
  }
}

/** `compareTexts` in a worker thread, for texts that would keep the server from answering others for a while. */
export async function compareApart(before: string, after: string): Promise<Part[]> {
  const parts = await run('compare', { before, after })
  if (!Array.isArray(parts)) throw new Error('Texts were compared, not rendered.')
  return parts
}

async function run(name: 'work' | 'compare', task: Task): Promise<Rendered | Part[]> {
  const pool = (globalThis.octavoRenderPool ??= openPool())
  await enter(pool)
  const deadlineMs = Number(process.env.OCTAVO_RENDER_DEADLINE_MS) || usualDeadlineMs
  try {
    return await pool.threads.run(task, { name, signal: AbortSignal.timeout(deadlineMs) })
  } finally {
    leave(pool)
  }
}

/** Ends the threads; a later `render` starts new ones. */
export async function closeRenderPool() {
  const pool = globalThis.octavoRenderPool
  globalThis.octavoRenderPool = undefined
  await pool?.threads.close()
}

function openPool(): Pool {
  const maxThreads = Math.max(1, availableParallelism() - 1)
  const threads = new Piscina<Task, Rendered | Part[]>({
    // A path that is computed is not followed by the bundler.
    filename: process.env.OCTAVO_RENDER_WORKER ?? path.join(process.cwd(), 'build', 'render-worker.mjs'),
    minThreads: 0,
    maxThreads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: { NODE_ENV: 'production' },
  })
  return { threads, free: maxThreads, waiting: [] }
}

// The threads' own queue would count waiting into the deadline: an import of a thousand posts would refuse the last ones.
async function enter(pool: Pool) {
  if (pool.free > 0) {
    pool.free -= 1
    return
  }
  await new Promise<void>((resolve) => pool.waiting.push(resolve))
}

function leave(pool: Pool) {
  const next = pool.waiting.shift()
  if (next) return next()
  pool.free += 1
}

function problemOf(error: unknown) {
  if (!(error instanceof Error)) return null
  if (error.name === 'AbortError') return 'This text cannot be shown as a page, because that takes too long.'
  const ranOut = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return ranOut ? 'This text cannot be shown as a page, because that needs too much memory.' : null
}
