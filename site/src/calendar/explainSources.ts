import type {EventOrigin, Join, MergedEvent} from '@touchpoints/calendar'

/** The sources of an event, and the reasons why they were merged. */
export interface SourceExplanation {
  sources: string[]
  reasons: string[]
}

/**
 * Describes the sources of an event for visitors.
 *
 * @example explainSources(event).reasons // ['The editors linked the touchpoint to this calendar event.']
 */
export function explainSources({sources, joins}: MergedEvent): SourceExplanation {
  return {
    sources: [...new Set(sources.map(sourceName))],
    reasons: [...new Set(joins.map(explainJoin))],
  }
}

function sourceName(origin: EventOrigin): string {
  if (origin.kind === 'touchpoint') return 'This community’s editors'
  if (origin.kind === 'feed') return origin.calendarTitle
  return origin.of === 'series'
    ? `Schedule of “${origin.title}”`
    : `Regular calls of “${origin.title}”`
}

function explainJoin({reason, similarity}: Join): string {
  if (reason === 'linked') return 'The editors linked the touchpoint to this calendar event.'
  if (reason === 'decided') return 'The editors checked that the entries are one meeting.'
  if (reason === 'same-uid') return 'Both calendars contain an event with the same ID.'
  if (reason === 'same-join-link')
    return 'The entries start at the same time and have the same join link.'
  const match = similarity === undefined ? '' : ` (${Math.round(similarity * 100)}% match)`
  return `The entries start at the same time and have similar titles${match}.`
}
