import type {MergedEvent} from '@touchpoints/calendar'

const maxTitles = 3

/** Returns the next events of a calendar. They are in the order of their start. */
export function nextTitles(
  events: readonly Pick<MergedEvent, 'title' | 'start' | 'sources'>[],
  calendarId: string,
): {title: string; start: string}[] {
  return events
    .filter(({sources}) =>
      sources.some((source) => source.kind === 'feed' && source.calendarId === calendarId),
    )
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .slice(0, maxTitles)
    .map(({title, start}) => ({title, start}))
}
