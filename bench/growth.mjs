import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { compile } from '../server/bootstrap/bundle.mjs'
import { databaseUrl, startOctavo } from './servers.mjs'

const ROOT = join(import.meta.dirname, '..')
const PER_PAGE = 10
/** No thread that draws or renders waits longer for more. */
const IDLE_MS = 75_000
/** What a publish sets off (cards, announcements) is over by then: otherwise servers that share processors measure each other. */
const SETTLED_MS = 700

/**
 * What a first look costs on blogs of different sizes, each with a server of its own, asked in turn: milliseconds at the 50th and
 * 95th of a hundred for an article and a deep page of the list that nobody asked for before, for home right after a publish, and
 * for the publish itself; and the memory of the server.
 */
export async function measureGrowth(folder, { sizes, samples, crawled }) {
  const blogs = []
  try {
    for (const size of sizes) blogs.push(await openBlog(join(folder, String(size)), size))
    for (let sample = 0; sample < samples; sample++) {
      for (const blog of blogs) {
        await look(blog)
        await pause(SETTLED_MS)
      }
      if (blogs.length > 0 && sample % 10 === 9) process.stderr.write(`growth ${sample + 1} of ${samples}\n`)
    }
    const growth = await Promise.all(blogs.map(summarize))
    const largest = blogs.at(-1)
    const crawl = crawled === 0 || largest === undefined ? null : await crawlAll(largest, crawled)
    return { growth, crawl }
  } finally {
    for (const { writer, server } of blogs) {
      writer.stop()
      await server.stop()
    }
  }
}

async function openBlog(folder, size) {
  const server = await startOctavo(folder, { DEMO: '0' })
  const writer = await startWriter(await databaseUrl(server.dataDir))
  process.stderr.write(`making ${size} posts\n`)
  await writer.ask(`fill ${size}`)
  const agent = new Agent({ keepAlive: true })
  const times = { article: [], home: [], deep: [], publish: [] }
  const blog = { size, server, writer, agent, times, seen: new Set() }
  // What every server does once: its first pages, and the order of the list.
  for (const path of ['/', '/page/2', '/posts/post-1']) await timeOf(blog, path)
  return blog
}

async function look(blog) {
  const { times, size } = blog
  times.article.push(
    await timeOf(
      blog,
      fresh(blog, () => `/posts/post-${randomInt(2, size)}`),
    ),
  )
  times.deep.push(
    await timeOf(
      blog,
      fresh(blog, () => `/page/${randomInt(size / PER_PAGE / 2, size / PER_PAGE)}`),
    ),
  )
  const { milliseconds, title } = await blog.writer.ask('publish')
  times.publish.push(milliseconds)
  times.home.push(await timeOfNews(blog, title))
}

/** The time of the first answer that knows of a publish; the server hears of one some milliseconds after its commit. */
async function timeOfNews(blog, title) {
  const deadline = performance.now() + 1_000
  while (performance.now() < deadline) {
    const { text, ms } = await read(blog, '/')
    if (text.includes(title)) return ms
  }
  throw new Error(`home does not show "${title}" a second after it was published`)
}

/**
 * Asks once for each of many addresses, every second of them unknown, and answers what the server takes in memory before and after.
 * Cards were drawn before, in a thread that ends when it has been idle.
 */
async function crawlAll(blog, count) {
  await pause(IDLE_MS)
  const before = await blog.server.memory()
  let next = 0
  let most = 0
  async function crawl() {
    while (next < count) {
      const number = next++
      const path = number % 2 === 0 ? `/posts/post-${((number / 2) % blog.size) + 1}` : `/unknown/${number}`
      await read(blog, path)
      if (number % 1_000 === 0) most = Math.max(most, await blog.server.memory())
      if (number % 10_000 === 0) process.stderr.write(`crawled ${number} of ${count}\n`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, crawl))
  return { addresses: count, megabytes: { before, most, after: await blog.server.memory() } }
}

/** An address that was not asked for since the last publish; deep pages all move with each one. */
function fresh({ seen }, pick) {
  let path = pick()
  while (seen.has(path)) path = pick()
  if (path.startsWith('/posts/')) seen.add(path)
  return path
}

async function timeOf(blog, path) {
  return (await read(blog, path)).ms
}

function read({ server, agent }, path) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(server.url + path, { agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('end', () => {
        if (response.statusCode !== 200 && response.statusCode !== 404)
          reject(new Error(`${path}: ${response.statusCode}`))
        else resolve({ text, ms: performance.now() - began })
      })
    }).on('error', reject)
  })
}

async function summarize({ size, server, times }) {
  const costs = Object.entries(times).map(([name, all]) => [name, { p50: at(all, 0.5), p95: at(all, 0.95) }])
  return { posts: size, milliseconds: Object.fromEntries(costs), megabytes: await server.memory() }
}

function at(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] * 10) / 10
}

/** Publishes through the domain in a process of its own, so that the server only hears of it. */
async function startWriter(url) {
  const path = join(ROOT, 'build', 'bench-writer.mjs')
  await compile(ROOT, { 'bench-writer': 'bench/writer.ts' })
  const env = { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [path], { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (line) => {
      child.stdin.write(`${line}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error(`the writer ended at "${line}"`)
      return JSON.parse(value)
    },
    stop: () => child.stdin.end(),
  }
}
