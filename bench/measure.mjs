import { setTimeout as pause } from 'node:timers/promises'
import { rateOf } from './load.mjs'

/** So that the server asked before has finished. */
const REST_MS = 300

/**
 * Requests a second for each run. What is held against the same server (its `of`) is asked in turn, round after round, each round in
 * another order: the machine's own speed drifts within seconds, and a process that is left alone for half a minute is cold again.
 * Answers the median of the rounds, their spread, and the median of the rounds' ratios.
 */
export async function measure(runs, { rounds, seconds }) {
  const rates = new Map(runs.map(({ name }) => [name, []]))
  for (const family of familiesOf(runs)) {
    for (let round = 0; round <= rounds; round++) {
      for (const run of shuffled(family)) {
        await rateOf(run, 1)
        const rate = await rateOf(run, seconds)
        await pause(REST_MS)
        // The first round warms everything up.
        if (round > 0) rates.get(run.name).push(rate)
      }
    }
    process.stderr.write(`${family.map(({ name }) => name).join(', ')}: ${rounds} rounds\n`)
  }
  return runs.map(({ name, of }) => ({
    name,
    perSecond: Math.round(median(rates.get(name))),
    lowest: Math.min(...rates.get(name)),
    highest: Math.max(...rates.get(name)),
    of,
    ratio: of === null ? null : median(rates.get(name).map((rate, round) => rate / rates.get(of)[round])),
  }))
}

/** What is held against the same server, together with it. */
function familiesOf(runs) {
  const heads = runs.filter(({ of }) => of === null)
  return heads.map((head) => runs.filter(({ name, of }) => name === head.name || of === head.name))
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** In another order each time, so that none always comes after the same one. */
function shuffled(items) {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
