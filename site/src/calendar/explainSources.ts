import type {EventOrigin, Join, MergedEvent} from '@touchpoints/calendar'
import type {Words} from '@touchpoints/words'

/** The sources of an event, and the reasons why they were merged. */
export interface SourceExplanation {
  sources: string[]
  reasons: string[]
}

/**
 * Describes the sources of an event for visitors.
 *
 * @example explainSources(event, words).reasons // ['The editors linked this entry to the calendar event.']
 */
export function explainSources({sources, joins}: MergedEvent, words: Words): SourceExplanation {
  return {
    sources: [...new Set(sources.map((each) => sourceName(each, words)))],
    reasons: [...new Set(joins.map((each) => explainJoin(each, words)))],
  }
}

function sourceName(origin: EventOrigin, {say}: Words): string {
  if (origin.kind === 'touchpoint') return say('calendar.sourceEditors')
  if (origin.kind === 'feed') return origin.calendarTitle
  return say('calendar.sourceSeries', {title: origin.title})
}

const joinMessages = {
  linked: 'calendar.joinedLinked',
  decided: 'calendar.joinedDecided',
  'same-uid': 'calendar.joinedSameId',
  'moved-date': 'calendar.joinedSeries',
  'same-join-link': 'calendar.joinedSameLink',
  'same-title': 'calendar.joinedSimilar',
  'same-series': 'calendar.joinedSeries',
} as const satisfies Record<Join['reason'], string>

function explainJoin({reason, similarity}: Join, {say}: Words): string {
  return similarity === undefined
    ? say(joinMessages[reason])
    : say('calendar.joinedSimilarBy', {percent: Math.round(similarity * 100)})
}
