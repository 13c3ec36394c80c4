import type {MergedEvent} from '@touchpoints/calendar'
import type {EventInput} from 'fullcalendar'

export interface EntryOptions {
  /** Colors by calendar id, as their documents have them. */
  colors: ReadonlyMap<string, string>
  /** Ids of events whose sources contradict each other. */
  disagreeing: ReadonlySet<string>
}

/** The color of what only the editors keep. */
const ownColor = '#3d4a66'

/** Merged events as the calendar component takes them; what differs by kind is in its class. */
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

/** Told in words: color and line alone are not seen by everyone. */
function titleOf({status, title, kind}: MergedEvent, disagrees: boolean): string {
  const notes = [
    status === 'cancelled' && 'cancelled',
    kind === 'cadence' && 'no session yet',
    disagrees && 'sources differ',
  ].filter(Boolean)
  return notes.length > 0 ? `${title} (${notes.join(', ')})` : title
}

function classNames({status, kind}: MergedEvent, disagrees: boolean): string {
  return [
    `touchpoints-${kind}`,
    status === 'cancelled' && 'touchpoints-cancelled',
    disagrees && 'touchpoints-disagrees',
  ]
    .filter(Boolean)
    .join(' ')
}
