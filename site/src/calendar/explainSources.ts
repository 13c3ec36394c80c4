import type {EventOrigin, Join, MergedEvent} from '@touchpoints/calendar'

/** Where an event is told of, one line each, and in words why those lines are one event. */
export interface SourcesExplained {
  sources: string[]
  reasons: string[]
}

/** @example explainSources(event).reasons // ['The touchpoint names this calendar event.'] */
export function explainSources({sources, joins}: MergedEvent): SourcesExplained {
  return {
    sources: [...new Set(sources.map(sourceName))],
    reasons: [...new Set(joins.map(reason))],
  }
}

function sourceName(origin: EventOrigin): string {
  if (origin.kind === 'touchpoint') return 'This community’s editors'
  if (origin.kind === 'feed') return origin.calendarTitle
  return origin.of === 'series'
    ? `The rhythm of “${origin.title}”`
    : `The calls of “${origin.title}”`
}

function reason({because, similarity}: Join): string {
  if (because === 'linked') return 'The editors tied the session to that calendar’s event.'
  if (because === 'same-uid') return 'Both calendars carry the same event id.'
  if (because === 'same-join-link') return 'They start together and have the same link to join.'
  const alike = similarity === undefined ? '' : ` (${Math.round(similarity * 100)} % alike)`
  return `They start together and their titles are nearly the same${alike}.`
}
