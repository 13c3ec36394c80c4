import type {PublishedEvent} from './eventsFormat.ts'

/** Selects events of a calendar. All filters must match. */
export interface EventFilter {
  /** Slug or document id. */
  series?: string
  /** Slug or document id. */
  workingGroup?: string
  /** Topic, or category of a feed. Case-insensitive. */
  topic?: string
  /** Code of a region, such as EMEA. Case-insensitive. */
  region?: string
  /** Id of a calendar. */
  calendar?: string
  /** Id of one event. */
  event?: string
}

/**
 * Returns the events that match a filter.
 *
 * @example
 * selectEvents(events, {series: 'thursday-touchpoints', region: 'EMEA'})
 */
export function selectEvents(
  events: readonly PublishedEvent[],
  filter: EventFilter,
): PublishedEvent[] {
  const {series, workingGroup, topic, region, calendar, event: id} = filter
  return events.filter(
    (event) =>
      (id === undefined || event.id === id) &&
      (series === undefined || isNamed(event.series, series)) &&
      (workingGroup === undefined || isNamed(event.workingGroup, workingGroup)) &&
      (topic === undefined || event.topics.some((each) => same(each, topic))) &&
      (region === undefined || event.regions.some((each) => same(each, region))) &&
      (calendar === undefined || event.calendars.includes(calendar)),
  )
}

function isNamed(named: PublishedEvent['series'], name: string): boolean {
  return named !== undefined && (named.slug === name || named.id === name)
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
