import type {Meetings} from './pageContent.ts'

/**
 * The zone in which the page's calendar shows times until a visitor chooses another: that of the
 * community's own calendar, else the one of its nearest touchpoint, else of a series' rhythm, else UTC.
 */
export function communityZone({calendars, upcoming, past, series}: Meetings): string {
  const own = calendars.find(({ownership, timeZone}) => ownership === 'own' && timeZone)
  const nearest = upcoming[0] ?? past[0]
  const rhythm = series.find(({cadence}) => cadence)?.cadence
  return own?.timeZone ?? nearest?.schedule.timeZone ?? rhythm?.timeZone ?? 'UTC'
}
