import type {Meetings} from './pageContent.ts'

type Sources = Pick<Meetings, 'community' | 'calendars' | 'upcoming' | 'past' | 'series'>

/**
 * Returns the calendar's default time zone: the community's own. Without a community document, the zone of
 * its own calendar, of the nearest touchpoint, or of a series' cadence, in that order. Falls back to UTC.
 */
export function communityZone({community, calendars, upcoming, past, series}: Sources): string {
  if (community) return community.timeZone
  const own = calendars.find(({ownership, timeZone}) => ownership === 'own' && timeZone)
  const nearest = upcoming[0] ?? past[0]
  const [slot] = series.flatMap(({cadence}) => cadence?.slots ?? [])
  return own?.timeZone ?? nearest?.schedule.timeZone ?? slot?.timeZone ?? 'UTC'
}
