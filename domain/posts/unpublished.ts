import { Prisma } from '@/generated/prisma/client'

/** What can differ between two revisions besides the text; what a person changes in one field has one name. */
const FIELDS = [
  ['title', '$.title'],
  ['subtitle', '$.subtitle'],
  ['description', '$.description'],
  ['slug', '$.slug'],
  [
    'tags',
    "(SELECT string_agg(tag_id::text, ' ' ORDER BY position) FROM revision_tag WHERE revision_id = $.id)",
  ],
  [
    'series',
    "(SELECT string_agg(concat(series_id, position), ' ' ORDER BY series_id) FROM revision_series WHERE revision_id = $.id)",
  ],
  [
    'authors',
    "(SELECT string_agg(person_id::text, ' ' ORDER BY position) FROM revision_byline WHERE revision_id = $.id)",
  ],
  ['featured image', "concat_ws(' ', $.featured_image, $.featured_image_alt)"],
  ['thumbnail', '$.thumbnail'],
  ['audio', '$.audio'],
  ['canonical address', '$.canonical_url'],
  ['comments', '$.comments::text'],
  ['table of contents', '$.toc::text'],
  ['search engines', '$.noindex::text'],
  ['formulas', '$.math'],
  ['other front matter', '$.extra::text'],
] as const

const compared = FIELDS.map(
  ([name, value]) => `('${name}', ${value.replaceAll('$', 'h')}, ${value.replaceAll('$', 's')})`,
)
const paragraphs = (one: string, other: string) => `(SELECT count(*) FROM (
  SELECT unnest(string_to_array(${one}.body, E'\\n\\n')) EXCEPT ALL SELECT unnest(string_to_array(${other}.body, E'\\n\\n'))) only_here)`

/**
 * What readers of `post p` do not see, and will not see until somebody presses Update, by name: each field that differs from what
 * they see (or will see, of the newest text that was approved), and `text` once for each paragraph that is new, changed or gone.
 * Empty when they see nothing of it.
 */
export const UNPUBLISHED =
  Prisma.raw(`CASE WHEN p.draft OR p.trashed_at IS NOT NULL THEN ARRAY[]::text[] ELSE coalesce((
  SELECT ARRAY(SELECT name FROM (VALUES ${compared.join(', ')}) AS field(name, mine, shown) WHERE mine IS DISTINCT FROM shown)
    || array_fill('text'::text, ARRAY[CASE WHEN h.body = s.body THEN 0
      ELSE greatest(1, ${paragraphs('h', 's')}, ${paragraphs('s', 'h')})::int END])
  FROM revision h, revision s WHERE h.id = p.head_id AND h.id <> s.id AND s.id = (
    SELECT b.revision_id FROM publication b JOIN revision q ON q.id = b.revision_id
    WHERE b.post_id = p.id AND (b.visible_until IS NULL OR b.visible_until > now())
    ORDER BY q.number DESC LIMIT 1)), ARRAY[]::text[]) END`)
