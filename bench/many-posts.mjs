import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SYLLABLES = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'pu', 'ra', 'se', 'ti', 'vo', 'wu']
const TAGS = 60
const AUTHORS = 8

/**
 * A folder of Markdown as a blog of many years has: front matter, 500 to 1,100 words, headings, lists, code, links. Always the
 * same for the same count, so that two runs can be compared. No picture: those cost what their pixels cost.
 */
export async function writeManyPosts(folder, count) {
  const random = seededRandom()
  for (let year = 2005; year < 2025; year++) await mkdir(join(folder, String(year)), { recursive: true })
  for (let n = 0; n < count; n++) {
    const year = 2005 + (n % 20)
    await writeFile(join(folder, String(year), `post-${n}.md`), postOf(n, year, random))
  }
}

function postOf(n, year, random) {
  const pick = (most) => Math.floor(random() * most)
  const word = () => Array.from({ length: 1 + pick(4) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('')
  const words = (count) => Array.from({ length: count }, word).join(' ')
  const sentence = () => `${capital(words(6 + pick(14)))}.`
  const paragraph = () => Array.from({ length: 3 + pick(5) }, sentence).join(' ')
  const day = `${year}-${two(1 + pick(12))}-${two(1 + pick(28))}T${two(pick(24))}:${two(pick(60))}:00Z`
  const parts = Array.from({ length: 3 + pick(3) }, () =>
    [
      `## ${capital(words(3))}`,
      paragraph(),
      `- ${sentence()}\n- **${words(2)}** ${sentence()}\n- [${words(3)}](https://example.org/${word()})`,
      '```js\n' + `const ${word()} = ${pick(1000)}\n` + '```',
      paragraph(),
    ].join('\n\n'),
  )
  return [
    '---',
    `title: "${capital(words(4))}, ${n}"`,
    `description: ${sentence()}`,
    `date: ${day}`,
    `tags: [tag ${pick(TAGS)}, tag ${pick(TAGS)}]`,
    `authors: [Writer ${pick(AUTHORS)}]`,
    `aliases: [/old/${year}/${n}.html]`,
    `weight: ${pick(100)}`,
    '---',
    '',
    paragraph(),
    '',
    parts.join('\n\n'),
    '',
  ].join('\n')
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)
const two = (number) => String(number).padStart(2, '0')

/** Always the same numbers (mulberry32). */
function seededRandom() {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
