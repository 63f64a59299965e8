import { accent, ink, range } from './sheet.ts'

/** Eight leaves around an opening: the letter O, and what a sheet becomes after three folds. */
export function mark(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <title>Octavo</title>
  <style>path { fill: ${ink} } @media (prefers-color-scheme: dark) { path { fill: #f5f0e5 } } .first { fill: #e2502f }</style>
  ${leaves(32, 30, 14, 1.7).join('\n  ')}
</svg>
`
}

/** The same mark on a ground of its own, for places that know no colour scheme; sizes in pixels. */
export function tile(size: number, corner: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">
  <style>path { fill: #f5f0e5 } .first { fill: ${accent.vermilion} }</style>
  <rect width="64" height="64" rx="${corner}" fill="${ink}"/>
  ${leaves(32, 23, 10.5, 1.4).join('\n  ')}
</svg>`
}

function leaves(centre: number, outer: number, inner: number, gap: number): string[] {
  return range(8).map((i) => {
    const turn = `rotate(${i * 45} ${centre} ${centre})`
    const half = (r: number) => r * Math.tan(Math.PI / 8) - gap / 2 / Math.cos(Math.PI / 8)
    const corners = [
      [centre - half(outer), centre - outer],
      [centre + half(outer), centre - outer],
      [centre + half(inner), centre - inner],
      [centre - half(inner), centre - inner],
    ]
    const path = corners.map(([x = 0, y = 0]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')
    return `<path${i === 1 ? ' class="first"' : ''} transform="${turn}" d="M${path}Z"/>`
  })
}
