import type { Labels } from '@/domain/posts/labels'
import type { BulkInput } from '@/domain/posts/schema'
import { foldName } from '@/domain/tags/tag'

export type LabelAct = Extract<BulkInput, { names: string[] } | { people: string[] }>

/** What an act on many posts makes of the labels of one. Two spellings of a name are one, and the one that is there stays. */
export function labelChange(input: LabelAct): (labels: Labels) => Partial<Labels> {
  switch (input.act) {
    case 'tag':
      return ({ tags }) => ({ tags: [...tags, ...input.names.filter((name) => !hasName(tags, name))] })
    case 'untag':
      return ({ tags }) => ({ tags: tags.filter((tag) => !hasName(input.names, tag)) })
    case 'join-series':
      return ({ series }) => {
        const there = series.map(({ name }) => name)
        const joined = input.names.filter((name) => !hasName(there, name))
        return { series: [...series, ...joined.map((name) => ({ name, position: null }))] }
      }
    case 'leave-series':
      return ({ series }) => ({ series: series.filter(({ name }) => !hasName(input.names, name)) })
    case 'byline':
      return () => ({ bylineIds: [...new Set(input.people)] })
  }
}

function hasName(names: string[], wanted: string): boolean {
  return names.some((name) => foldName(name) === foldName(wanted))
}
