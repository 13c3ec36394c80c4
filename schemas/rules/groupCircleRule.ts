import {publishedId, refOf, textOf, type StoredDocument} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/** Reports a group that is part of itself, directly or through other groups. */
export const groupCircleRule = {
  code: 'group-circle',
  query: ({parent}) => (refOf(parent) ? {by: 'type', type: 'workingGroup'} : undefined),
  check: (document, {others}) => {
    const circle = circleOf(document, [document, ...others])
    if (!circle) return []
    const names = [...circle, document].map((group) => `“${textOf(group['title']) ?? group._id}”`)
    const message =
      circle.length === 1
        ? 'This group cannot be part of itself. Select another group, or leave the field empty.'
        : `These groups are part of each other in a circle: ${names.join(' → ')}. Select another group, or leave the field empty in one of them.`
    return [{level: 'error', path: ['parent'], message}]
  },
} as const satisfies Rule

/** Returns the groups from a group up to the one that it is the parent of. Undefined if there is no circle. */
function circleOf(
  document: StoredDocument,
  groups: readonly StoredDocument[],
): StoredDocument[] | undefined {
  const byId = new Map(groups.toReversed().map((group) => [publishedId(group._id), group]))
  const seen = new Set<StoredDocument>()
  let group: StoredDocument | undefined = document
  while (group && !seen.has(group)) {
    seen.add(group)
    group = byId.get(publishedId(refOf(group['parent']) ?? ''))
  }
  return group === document ? [...seen] : undefined
}
