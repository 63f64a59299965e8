/** Where a finding is: a line of the text (from 1), or a field. */
export type Place = { field: 'body'; line: number } | { field: FindingField }
export type FindingField =
  'title' | 'description' | 'slug' | 'featuredImage' | 'featuredImageAlt' | 'thumbnail' | 'audio'

/** Something that readers or their programs would stumble over. */
export type Finding = {
  /** Of what was found, not of where: a finding that somebody ignored stays ignored when lines move. */
  key: string
  /** What is the matter. */
  sentence: string
  /** Why that matters, or what to do; empty when the sentence says it. */
  why: string
  place: Place
  /** Nothing can be published with it; everything else is advice. */
  stops: boolean
}

type Said = Pick<Finding, 'key' | 'sentence'> & { why?: string }

export function adviseInText(line: number, { why = '', ...said }: Said): Finding {
  return { ...said, why, place: { field: 'body', line }, stops: false }
}

export function adviseOn(field: FindingField, { why = '', ...said }: Said): Finding {
  return { ...said, why, place: { field }, stops: false }
}

const NAMES: Record<FindingField, string> = {
  title: 'Title', description: 'Description', slug: 'Slug', featuredImage: 'Featured image',
  featuredImageAlt: 'Description of the image', thumbnail: 'Thumbnail', audio: 'Audio',
} // prettier-ignore

/** `Line 12`, or the name of the field. */
export function placeInWords(place: Place): string {
  return place.field === 'body' ? `Line ${place.line}` : NAMES[place.field]
}

/** What stops first, then in the order in which an editor meets it: the fields, and the text from its top. */
export function inOrder(findings: Finding[]): Finding[] {
  const lineOf = (place: Place) => (place.field === 'body' ? place.line : 0)
  const rank = ({ place, stops }: Finding) => (stops ? -1 : lineOf(place))
  return findings.toSorted((a, b) => rank(a) - rank(b))
}
