export const width = 1600
export const height = 900

export const paper = '#f5f0e5'
export const ink = '#211d19'
export const night = '#1b1d24'
export const accent = {
  vermilion: '#d8462a',
  blue: '#2c4fa6',
  orange: '#f0803c',
  green: '#2d7f5c',
  yellow: '#f0bd2f',
  ochre: '#c5861a',
  red: '#cb382f',
  plum: '#8a3a6c',
  teal: '#1d7f87',
} as const

/** A picture of 1600 × 900 as SVG text. */
export function sheet(ground: string, body: string[], size = { width, height }): string {
  const box = `width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}><rect width="100%" height="100%" fill="${ground}"/>${body.join('')}</svg>`
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

export function line(points: [number, number][]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
}

export function stroke(path: string, colour: string, weight: number, opacity = 1): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`
}

export function bar(x: number, y: number, w: number, h: number, colour: string, radius = 0): string {
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${w.toFixed(1)}" height="${h.toFixed(1)}" rx="${radius}" fill="${colour}"/>`
}

/** `#rrggbb` between two colours; `share` 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const channel = (colour: string, at: number) => parseInt(colour.slice(at, at + 2), 16)
  const blend = (at: number) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share)
  return `#${[1, 3, 5].map((at) => blend(at).toString(16).padStart(2, '0')).join('')}`
}
