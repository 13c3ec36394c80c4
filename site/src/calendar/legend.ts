import type {MergedEvent} from '@touchpoints/calendar'

import type {Calendar} from '../meetings/pageContent.ts'

/** One line of the legend: a switch for the events of one calendar. */
export interface LegendEntry {
  /** What `data-in` on an event names; a calendar's slug, or `own` for what no feed holds. */
  key: string
  title: string
  /** `#rrggbb`; absent for `own`, which takes the page's accent. */
  colour?: string
  /** Events in the window shown. */
  count: number
}

/** Events that only the page's editors told of, or a series' rhythm. */
export const ownKey = 'announced-here'

/** Calendars whose events the page shows, own ones first, and one line for what no feed holds. */
export function legend(
  calendars: readonly Calendar[],
  events: readonly MergedEvent[],
): LegendEntry[] {
  const own = calendars.filter(({ownership}) => ownership === 'own')
  const others = calendars.filter(({ownership}) => ownership !== 'own')
  const unlisted = events.filter((event) => keysOf(event, calendars).includes(ownKey)).length
  const announced = {key: ownKey, title: 'Announced on this page', count: unlisted}
  const feeds = [...own, ...others]
    .filter(({enabled}) => enabled)
    .map(({_id, slug, title, colour}) => {
      const count = events.filter(({calendarIds}) => calendarIds.includes(_id)).length
      return {key: slug, title, colour, count}
    })
  return unlisted > 0 ? [announced, ...feeds] : feeds
}

/** The legend's lines that an event belongs to; at least one. */
export function keysOf({calendarIds}: MergedEvent, calendars: readonly Calendar[]): string[] {
  const keys = calendars.filter(({_id}) => calendarIds.includes(_id)).map(({slug}) => slug)
  return keys.length > 0 ? keys : [ownKey]
}
