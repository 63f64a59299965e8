import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ENOUGH_FOR_TEXT = 4.5
const css = ['tokens', 'code']
  .map((name) => readFileSync(`components/reader/styles/${name}.css`, 'utf8'))
  .join('\n')

const themes = {
  light: colorsOf(/(?<!\S):root \{([^}]*)\}/g),
  dark: colorsOf(/:root\[data-theme='dark'\] \{([^}]*)\}/g),
  'dark by the system': colorsOf(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/g),
}
const inks = ['ink', 'dim', 'code-red', 'code-green', 'code-blue', 'code-violet', 'code-ochre']
const cases = Object.entries(themes).flatMap(([theme, colors]) =>
  inks.flatMap((ink) => ['paper', 'wash'].map((ground) => [theme, ink, ground, colors] as const)),
)

test.each(cases)('in the %s theme %s can be read on %s', (_theme, ink, ground, colors) => {
  expect(contrast(colors.get(ink), colors.get(ground))).toBeGreaterThanOrEqual(ENOUGH_FOR_TEXT)
})

test('the dark theme is the same whether the system or the reader chose it', () => {
  expect(themes.dark).toEqual(themes['dark by the system'])
})

function colorsOf(rule: RegExp): Map<string, string> {
  const declarations = [...css.matchAll(rule)].map(([, body = '']) => body).join('\n')
  return new Map(
    [...declarations.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', color = '']) => [
      name,
      color,
    ]),
  )
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) throw new Error('this theme lacks the colour')
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
