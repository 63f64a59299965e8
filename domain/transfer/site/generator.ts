import type { Generator } from '@/domain/transfer/body/body-context'

type Evidence = {
  has: (path: string) => boolean
  hasBelow: (folder: string) => boolean
  config: (path: string) => string
}

// In this order: what is least ambiguous first.
const marks: [Generator, (site: Evidence) => boolean][] = [
  ['astro', ({ has }) => endings('astro.config').some(has)],
  ['eleventy', ({ has }) => [...endings('.eleventy'), ...endings('eleventy.config')].some(has)],
  ['docusaurus', ({ has }) => endings('docusaurus.config').some(has)],
  ['gatsby', ({ has }) => endings('gatsby-config').some(has)],
  ['pelican', ({ has }) => has('pelicanconf.py')],
  ['mkdocs', ({ has }) => has('mkdocs.yml') || has('mkdocs.yaml')],
  ['zola', ({ has, config }) => has('zola.toml') || /^\s*base_url\s*=/m.test(config('config.toml'))],
  ['hugo', ({ has, hasBelow }) => formats('hugo').some(has) || hasBelow('config/_default')],
  [
    'hugo',
    ({ config, hasBelow }) =>
      formats('config').some((name) =>
        /^\s*"?(baseurl|languageCode|theme|paginate)"?\s*[=:]/im.test(config(name)),
      ) ||
      (hasBelow('archetypes') && hasBelow('content')),
  ],
  ['hexo', ({ has, hasBelow }) => has('_config.yml') && (hasBelow('source/_posts') || hasBelow('scaffolds'))],
  ['jekyll', ({ has, hasBelow }) => has('_config.yml') || has('_config.yaml') || hasBelow('_posts')],
]

/** Which program made a site, by the files at its top; `config` gives their text, empty for one that is not there. */
export function recogniseGenerator(site: Evidence): Generator {
  return marks.find(([, fits]) => fits(site))?.[0] ?? 'unknown'
}

/** Files at the top of a site that say what made it, or how it is set up. */
export const configFiles = [
  ...formats('hugo'),
  ...formats('config'),
  ...formats('config/_default/hugo'),
  ...formats('config/_default/config'),
  ...formats('config/_default/permalinks'),
  ...formats('config/_default/languages'),
  'zola.toml',
  '_config.yml',
  '_config.yaml',
  'pelicanconf.py',
  ...endings('astro.config'),
  ...endings('.eleventy'),
  ...endings('eleventy.config'),
  ...endings('docusaurus.config'),
  ...endings('gatsby-config'),
  'mkdocs.yml',
  'mkdocs.yaml',
]

function endings(name: string): string[] {
  return ['js', 'mjs', 'cjs', 'ts', 'mts'].map((ending) => `${name}.${ending}`)
}

function formats(name: string): string[] {
  return ['toml', 'yaml', 'yml', 'json'].map((format) => `${name}.${format}`)
}
