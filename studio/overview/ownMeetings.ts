import type {MergedEvent} from '@touchpoints/calendar'
import {instantFromWallClock} from '@touchpoints/calendar/time'

/** A meeting of the community that only its own calendars have. */
export interface OwnMeeting {
  id: string
  title: string
  status: MergedEvent['status']
  /** UTC instants. An all-day meeting begins and ends at midnight in the community's zone. */
  start: string
  end: string
  allDay: boolean
  /** The dates of cadences that it fills. */
  fills: readonly {seriesId: string; start: string}[]
}

/**
 * Returns the meetings that the community's own calendars have, and no document.
 *
 * Sessions and dates of cadences are left out, because the documents give them first. The meeting of another
 * community stays in the calendar tool, unless it belongs to a series or a group.
 *
 * @param timeZone - IANA id of the community's zone, in which all-day and floating times are read
 */
export function ownMeetings(events: readonly MergedEvent[], timeZone: string): OwnMeeting[] {
  return events.filter(isOwnMeeting).flatMap(({id, title, status, allDay, sources, ...times}) => {
    const [start, end] = [instantOf(times.start, timeZone), instantOf(times.end, timeZone)]
    if (start === undefined || end === undefined) return []
    const fills = sources.flatMap((source) =>
      source.kind === 'cadence' ? [{seriesId: source.id, start: source.start}] : [],
    )
    return [{id, title, status, allDay, start, end, fills}]
  })
}

function isOwnMeeting({kind, sources, series, groupId}: MergedEvent): boolean {
  if (kind !== 'feed') return false
  return (
    series !== undefined ||
    groupId !== undefined ||
    sources.some((source) => source.kind === 'feed' && source.own)
  )
}

function instantOf(value: string, timeZone: string): string | undefined {
  if (value.endsWith('Z')) return value
  const [date = '', time = '00:00'] = value.split('T')
  const reading = instantFromWallClock(date, time.slice(0, 5), timeZone)
  if (reading.kind === 'invalid') return undefined
  if (reading.kind === 'instant') return reading.instant
  return reading.kind === 'gap' ? reading.later : reading.earlier
}
