/** Every name under which a key of ours is known in some generator or theme, folded; the first in a list wins. */
export const dialects = {
  title: ['title', 'headline'],
  subtitle: ['subtitle', 'subheading', 'tagline'],
  description: ['description', 'summary', 'excerpt', 'abstract', 'lead', 'desc'],
  slug: ['slug'],
  tags: ['tags', 'tag', 'categories', 'category'],
  series: ['series'],
  seriesPosition: ['seriesorder', 'seriesweight', 'seriesposition', 'seriespart', 'seriesindex'],
  weight: ['weight'],
  authors: ['authors', 'author', 'byline'],
  date: [
    'date',
    'pubdate',
    'publisheddate',
    'publishedat',
    'publishedon',
    'datepublished',
    'createdat',
    'created',
    'postedat',
    'posted',
    'publicationdate',
    'dateposted',
    'pubdatetime',
    'publishdatetime',
    'publisheddatetime',
    'publishedtime',
    'firstpublishedat',
    'datecreated',
    'createddate',
    'createdon',
    'creationdate',
    'postdate',
    'datetime',
  ],
  publishDate: ['publishdate'],
  published: ['published', 'publish', 'ispublished'],
  updated: [
    'lastmod',
    'updated',
    'modified',
    'updatedat',
    'updateddate',
    'moddate',
    'lastmodifiedat',
    'lastupdated',
    'modifieddate',
    'moddatetime',
    'updateddatetime',
    'modifieddatetime',
    'modifiedtime',
    'modifiedat',
    'lastmodified',
    'lastmodifieddate',
    'datemodified',
    'dateupdated',
    'updatedon',
  ],
  expires: ['expirydate', 'expires', 'unpublishdate', 'expiresat', 'expirationdate', 'expiredate'],
  draft: ['draft', 'isdraft', 'wip'],
  status: ['status'],
  comments: ['comments', 'comment'],
  toc: ['toc', 'showtoc', 'tableofcontents', 'hastoc', 'autotoc'],
  math: ['math', 'mathjax', 'katex', 'usemath', 'latex'],
  pinned: ['pinned', 'pin', 'sticky'],
  featuredImageAlt: ['featuredimagealt', 'imagealt', 'coveralt', 'featuredalt', 'heroimagealt'],
  featuredImage: [
    'featuredimage',
    'featureimage',
    'coverimage',
    'heroimage',
    'cover',
    'image',
    'images',
    'hero',
    'banner',
    'header',
    'ogimage',
    'socialimage',
    'topimg',
    'img',
  ],
  thumbnail: ['thumbnail', 'thumb', 'teaser', 'thumbnailurl', 'featuredimagepreview', 'previewimage'],
  audio: ['audio', 'audiourl', 'enclosure'],
  canonicalUrl: ['canonicalurl', 'canonical'],
  noindex: ['noindex', 'robotsnoindex', 'excludefromsearchengines', 'unlisted'],
  zone: ['datezone', 'timezone'],
  language: ['lang', 'language', 'locale'],
  feedId: ['guid', 'feedid', 'atomid'],
  aliases: ['aliases', 'alias', 'redirectfrom', 'redirects', 'oldurls', 'oldurl'],
  address: ['path', 'url', 'permalink', 'saveas'],
  layout: ['layout', 'type', 'template'],
  taxonomies: ['taxonomies'],
  nested: ['extra', 'params'],
} as const

const known: ReadonlySet<string> = new Set(Object.values(dialects).flat())

/** `featured_image`, `featured-image` and `FeaturedImage` are one key. */
export function foldKey(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '')
}

export function isKnownKey(key: string): boolean {
  return known.has(foldKey(key))
}

const written: ReadonlySet<string> = new Set(
  [
    dialects.title,
    dialects.subtitle,
    dialects.description,
    dialects.slug,
    dialects.tags,
    dialects.series,
    dialects.authors,
    dialects.date,
    dialects.publishDate,
    dialects.updated,
    dialects.expires,
    dialects.aliases,
    dialects.address,
    dialects.feedId,
  ].flat(),
)

/** Keys whose values are text as written, so that a title `1.10` or a tag `true` stays what it is. */
export function isTextKey(key: string): boolean {
  return written.has(foldKey(key))
}

/** Where a key stands in a source, counted from 1; `null` when it was not found as a key of its own. */
export function lineOfKey(source: string, key: string): number | null {
  const start = new RegExp(`^\\s*["']?${RegExp.escape(key)}["']?\\s*[:=]`)
  const index = source
    .slice(0, 100_000)
    .split(/\r\n?|\n/)
    .findIndex((line) => start.test(line))
  return index < 0 ? null : index + 1
}
