import type {CommunityFacts} from '../community/readCommunity.ts'
import {gaps} from '../series/seriesGaps.ts'
import {attentionListsFor} from './attentionLists.ts'
import type {Overview} from './overview.ts'

/** One of the lists of what needs attention, with its number of items. */
export interface AttentionItem {
  /** Id of the list in the structure. */
  id: string
  title: string
  count: number
}

export const openDatesId = 'open-dates'
export const missingCommunityId = 'no-community'

/**
 * Returns all lists of what needs attention, in the order in which the Studio shows them.
 *
 * @param now - UTC instant
 */
export function attentionItems(
  community: CommunityFacts,
  {counts, series}: Pick<Overview, 'counts' | 'series'>,
  now: string,
): AttentionItem[] {
  return [
    ...(community.exists
      ? []
      : [{id: missingCommunityId, title: 'No community document', count: 1}]),
    ...attentionListsFor(community).map(({id, title}) => ({id, title, count: counts.get(id) ?? 0})),
    {
      id: openDatesId,
      title: `Cadence dates without ${community.session.plural}`,
      count: gaps(series, now).length,
    },
  ]
}

/** Returns the sum of the counts. A document in two lists needs two things, so it counts twice. */
export function attentionTotal(items: readonly AttentionItem[]): number {
  return items.reduce((total, {count}) => total + count, 0)
}
