import type {MergedEvent} from '@touchpoints/calendar'

import type {WorkingGroupDetails} from './documents.ts'

/**
 * The working group that a feed's event is a call of. Most groups' calls stand only in the
 * community's calendar, which has no field for it, so their title tells: "OSS in Business Working
 * Group (moved)" is a call of "OSS in Business Working Group". The longest title that fits counts.
 */
export function groupOf<Group extends Pick<WorkingGroupDetails, 'title'>>(
  event: MergedEvent,
  groups: readonly Group[],
): Group | undefined {
  if (event.kind !== 'feed') return undefined
  const title = plain(event.title)
  return groups
    .filter((group) => plain(group.title).trim().length > 5 && title.includes(plain(group.title)))
    .toSorted((a, b) => b.title.length - a.title.length)[0]
}

function plain(title: string): string {
  const words = title.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
  return ` ${words.replaceAll(/\bworking group\b/g, '').trim()} `.replaceAll(/ +/g, ' ')
}
