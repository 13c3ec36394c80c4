import type {PublishedEvent} from './eventsFormat.ts'

/**
 * Returns the upcoming events that a feed of news announces: every session that an editor keeps, and the dates
 * of each standing series until the next one that takes place. A weekly call would fill a feed with itself.
 *
 * @param events - sorted by start
 * @param now - UTC instant
 */
export function announcedEvents(events: readonly PublishedEvent[], now: string): PublishedEvent[] {
  const upcoming = events.filter(({end}) => end > now)
  const complete = new Set<string>()
  return upcoming.filter((event) => {
    const {kind, series, status} = event
    if (kind === 'touchpoint') {
      if (series && status === 'confirmed') complete.add(series.id)
      return true
    }
    // A date to be announced is no news, and an event of another community is not ours to announce.
    if (!series || status === 'to-be-announced' || complete.has(series.id)) return false
    if (status === 'confirmed') complete.add(series.id)
    return true
  })
}
