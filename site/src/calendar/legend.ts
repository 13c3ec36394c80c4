import type {MergedEvent} from '@touchpoints/calendar'
import type {Words} from '@touchpoints/words'

import type {Calendar} from '../meetings/pageContent.ts'

/** An entry of the legend: a checkbox that shows or hides the events of one calendar. */
export interface LegendEntry {
  /** The value of `data-in` on an event: a calendar's slug, or `unlistedKey` for events in no feed. */
  key: string
  title: string
  /** `#rrggbb`. Absent for events in no feed, which use the page's accent color. */
  color?: string
  /** Number of events in the period shown. */
  count: number
}

/** Key of events that are in no feed: touchpoints and dates of a series. */
export const unlistedKey = 'unlisted'

/**
 * Returns the legend: one entry for events in no feed, then the community's calendars, then the others. Empty
 * without calendars.
 */
export function legend(
  calendars: readonly Calendar[],
  events: readonly MergedEvent[],
  {say}: Words,
): LegendEntry[] {
  const own = calendars.filter(({ownership}) => ownership === 'own')
  const others = calendars.filter(({ownership}) => ownership !== 'own')
  const unlisted = events.filter((event) => keysOf(event, calendars).includes(unlistedKey)).length
  const announced = {key: unlistedKey, title: say('calendar.onlyHere'), count: unlisted}
  const feeds = [...own, ...others]
    .filter(({enabled}) => enabled)
    .map(({_id, slug, title, color}) => {
      const count = events.filter(({calendarIds}) => calendarIds.includes(_id)).length
      return {key: slug, title, color, count}
    })
  // Without calendars, there is nothing to choose from.
  return unlisted > 0 && feeds.length > 0 ? [announced, ...feeds] : feeds
}

/** Returns the keys of an event's legend entries, at least one. */
export function keysOf(
  {calendarIds}: Pick<MergedEvent, 'calendarIds'>,
  calendars: readonly Calendar[],
): string[] {
  const keys = calendars.filter(({_id}) => calendarIds.includes(_id)).map(({slug}) => slug)
  return keys.length > 0 ? keys : [unlistedKey]
}
