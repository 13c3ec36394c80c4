import type {MergedEvent} from '@touchpoints/calendar'

import type {Words} from './words.ts'

/**
 * Says in one sentence where else a meeting is listed, for visitors. Undefined for one that is in no calendar.
 *
 * Why sources are one event is for editors: `explain` of `@touchpoints/calendar` says it.
 *
 * @param event - its `kind`, and the titles of the calendars that have it
 * @example sourceSentence({kind: 'touchpoint', calendars: ['OpenChain calendar']}, words) // 'Also in OpenChain calendar.'
 */
export function sourceSentence(
  {kind, calendars}: {kind: MergedEvent['kind']; calendars: readonly string[]},
  {dates, say}: Words,
): string | undefined {
  const titles = [...new Set(calendars)]
  if (titles.length === 0) return undefined
  const names = {calendars: dates.list(titles)}
  return kind === 'feed' ? say('calendar.from', names) : say('calendar.alsoIn', names)
}
