// Milliseconds at the 50th and 95th of a hundred for each kind of search, and the longest.
import type { Within } from '@/domain/search/candidates'
import { searchLivePosts } from '@/domain/search/queries'
import { db } from '@/lib/db'

const rounds = Number(process.argv[2] ?? 20)
const within: Within = { tag: null, year: null, zone: 'Europe/Berlin' }
const words = await db.$queryRaw<{ word: string; posts: number }[]>`
  SELECT word, ndoc AS posts FROM ts_stat('SELECT vector FROM search_entry ORDER BY date DESC LIMIT 2000')
  WHERE word ~ '^[a-z]+$' ORDER BY ndoc DESC`
const [most = 'post', second = 'number'] = words.map(({ word }) => word)
const heldBy = (part: number) =>
  words.reduce((best, word) =>
    Math.abs(word.posts / 2000 - part) < Math.abs(best.posts / 2000 - part) ? word : best,
  ).word
const [tenth, hundredth, rare] = [heldBy(0.09), heldBy(0.01), heldBy(0.001)]

const KINDS: [string, string, Partial<Within>][] = [
  ['a word of every post', most, {}],
  ['two words of every post', `${most} ${second}`, {}],
  ['a word of a tenth', tenth, {}],
  ['a word of a hundredth', hundredth, {}],
  ['a rare word', rare, {}],
  ['common and rare', `${most} ${rare}`, {}],
  ['one or the other', `${tenth} or ${rare}`, {}],
  ['a phrase of common words', `"${most} ${second}"`, {}],
  ['a phrase that stands nowhere', `"${tenth} ${hundredth} ${tenth}"`, {}],
  ['without a common word', `${tenth} -${most}`, {}],
  ['only without', `-${most}`, {}],
  ['a beginning', most.slice(0, 3), {}],
  ['a common word in a tag', most, { tag: 'tag-1' }],
  ['a common word in a year', most, { year: new Date().getFullYear() - 5 }],
  ['a typing error', `${hundredth.slice(0, 3)}x${hundredth.slice(3)} nowherr`, {}],
  ['nothing like it', 'zyxwv uvwxyz', {}],
]

const all: number[] = []
for (const [name, query, part] of KINDS) {
  const times: number[] = []
  let hits = 0
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    hits = (await searchLivePosts(query, { ...within, ...part })).hits.length
    times.push(performance.now() - began)
  }
  all.push(...times)
  console.log(`${name.padEnd(30)} ${String(hits).padStart(3)} hits  ${inWords(times)}`)
}
console.log(`${'all'.padEnd(39)} ${inWords(all)}`)
await db.$disconnect()

function inWords(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  longest ${at(1)} ms`
}
