/**
 * What Next answers for a reader page, without the framework: its scripts, its flight data, their preloads and its comment
 * markers are taken out. JSON-LD and our own `/reader.js` stay. Text of posts cannot be hit: a literal `<script` or `<!--` in
 * it was escaped or removed when it was rendered.
 */
export function toDocument(html: string): string {
  if (/<!--\$[?!]-->|<template\b/.test(html))
    throw new Error('a reader page must not suspend: it left a placeholder')
  return html
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (script, attributes: string) =>
      stays(attributes) ? script : '',
    )
    .replace(/<link\b[^>]*>/g, (link) => (isScriptPreload(link) ? '' : link))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/ (?:data-precedence|data-dpl-id)="[^"]*"/g, '')
}

function stays(attributes: string): boolean {
  return attributes.includes('type="application/ld+json"') || attributes.includes('src="/reader.js')
}

function isScriptPreload(link: string): boolean {
  return /rel="(?:preload|modulepreload)"/.test(link) && /as="script"|rel="modulepreload"/.test(link)
}
