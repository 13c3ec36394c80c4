import type {MergedEvent} from '@touchpoints/calendar'
import {statusWord} from '@touchpoints/words/plain'
import type {EventInput} from 'fullcalendar'

export interface EntryOptions {
  /** Colors by calendar id. */
  colors: ReadonlyMap<string, string>
  /** Ids of events with differing sources. */
  disagreeing: ReadonlySet<string>
}

/** The color of touchpoints and cadence dates. */
const ownColor = '#3d4a66'

/** Converts merged events to entries of FullCalendar. Their class name says what they look like. */
export function calendarEntries(
  events: readonly MergedEvent[],
  options: EntryOptions,
): EventInput[] {
  return events.map((event) => {
    const [calendarId] = event.calendarIds
    const color = (calendarId && options.colors.get(calendarId)) || ownColor
    const disagrees = options.disagreeing.has(event.id)
    return {
      id: event.id,
      title: titleOf(event, disagrees),
      start: event.start,
      end: event.end,
      allDay: event.allDay,
      color: color,
      className: classNames(event, disagrees),
    }
  })
}

/** Adds notes to the title, because not everyone sees colors and outlines. */
function titleOf({status, title}: MergedEvent, disagrees: boolean): string {
  const notes = [
    // A standing series takes place without a session, so its dates are confirmed.
    status !== 'confirmed' && statusWord({language: 'en'}, status),
    disagrees && 'sources differ',
  ].filter(Boolean)
  return notes.length > 0 ? `${title} (${notes.join(', ')})` : title
}

function classNames({status, kind}: MergedEvent, disagrees: boolean): string {
  return [
    `touchpoints-${kind}`,
    status === 'to-be-announced' && 'touchpoints-open',
    status === 'cancelled' && 'touchpoints-cancelled',
    disagrees && 'touchpoints-disagrees',
  ]
    .filter(Boolean)
    .join(' ')
}
