import {google, office365, outlook, yahoo} from 'calendar-link'

import type {PublishedEvent} from './eventsFormat.ts'

export interface AddToCalendarLinks {
  google: string
  outlook: string
  office365: string
  yahoo: string
}

/**
 * Links that put one event into a visitor's web calendar. For programs on their machine serve the
 * event's own `.ics`. Floating events have none: these services take instants only.
 */
export function addToCalendarLinks(event: PublishedEvent): AddToCalendarLinks | undefined {
  if (event.floating) return undefined
  const details = {
    title: event.title,
    start: instantOf(event.start),
    end: instantOf(event.end),
    allDay: event.allDay,
    // The services cut or refuse addresses of more than about 2,000 characters.
    description: [event.joinUrl, event.url, event.description]
      .filter(Boolean)
      .join('\n')
      .slice(0, 500),
    location: event.location ?? event.joinUrl ?? '',
  }
  return {
    google: google(details),
    outlook: outlook(details),
    office365: office365(details),
    yahoo: yahoo(details),
  }
}

/** A `Date`, not text: text without a zone would be read in the zone of the server. */
function instantOf(value: string): Date {
  return new Date(value.includes('T') ? value : `${value}T00:00:00Z`)
}
