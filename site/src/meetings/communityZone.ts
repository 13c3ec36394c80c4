import type {Meetings} from './pageContent.ts'

/**
 * Returns the calendar's default time zone: the zone of the community's own calendar, of the nearest
 * touchpoint, or of a series' schedule, in that order. Falls back to UTC.
 */
export function communityZone({calendars, upcoming, past, series}: Meetings): string {
  const own = calendars.find(({ownership, timeZone}) => ownership === 'own' && timeZone)
  const nearest = upcoming[0] ?? past[0]
  const cadence = series.find((each) => each.cadence)?.cadence
  return own?.timeZone ?? nearest?.schedule.timeZone ?? cadence?.timeZone ?? 'UTC'
}
