import type {MergedEvent} from '@touchpoints/calendar'

import type {WorkingGroupDetails} from './documents.ts'

/**
 * Returns the working group that holds an event of a feed. Most calls are only in the community's
 * calendar, which has no field for the group, so the title decides: "OSS in Business Working Group
 * (moved)" is a call of "OSS in Business Working Group". The longest matching title wins.
 */
export function groupOf<Group extends Pick<WorkingGroupDetails, 'title' | 'defaultTitle'>>(
  event: MergedEvent,
  groups: readonly Group[],
): Group | undefined {
  if (event.kind !== 'feed') return undefined
  const title = plain(event.title)
  const nameOf = (group: Group) => plain(group.defaultTitle ?? group.title)
  return groups
    .filter((group) => nameOf(group).trim().length > 5 && title.includes(nameOf(group)))
    .toSorted((a, b) => nameOf(b).length - nameOf(a).length)[0]
}

function plain(title: string): string {
  const words = title.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
  return ` ${words.replaceAll(/\bworking group\b/g, '').trim()} `.replaceAll(/ +/g, ' ')
}
