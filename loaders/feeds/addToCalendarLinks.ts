import {ownUrl, type SafeUrl} from '@touchpoints/calendar/links'

import type {PublishedEvent} from './eventsFormat.ts'

/** Links that add an event to a web calendar. */
export interface AddToCalendarLinks {
  /** Google Calendar. */
  google: SafeUrl
  /** Outlook.com, for personal accounts. */
  outlook: SafeUrl
  /** Microsoft 365, for work and school accounts. */
  office365: SafeUrl
  /** Yahoo Calendar. */
  yahoo: SafeUrl
}

/**
 * Returns links that add one event to a visitor's web calendar. For desktop programs, serve an `.ics`
 * file of the event instead. Undefined for floating events, because these services accept instants only.
 *
 * @example
 * addToCalendarLinks(event)?.outlook
 * // 'https://outlook.live.com/calendar/0/action/compose?…&startdt=2026-03-12T13%3A00%3A00Z&…'
 */
export function addToCalendarLinks(event: PublishedEvent): AddToCalendarLinks | undefined {
  if (event.floating) return undefined
  const {title, allDay} = event
  const start = timeOf(event.start)
  const end = timeOf(event.end)
  // The services cut or reject addresses of more than about 2,000 characters.
  const description = [event.joinUrl, event.url, event.description]
    .filter(Boolean)
    .join('\n')
    .slice(0, 500)
  const location = event.location ?? event.joinUrl ?? ''
  const compose = {
    path: '/calendar/action/compose',
    rru: 'addevent',
    startdt: start,
    enddt: end,
    subject: title,
    body: description,
    location,
    allday: String(allDay),
  }
  return {
    google: link('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: title,
      dates: `${compact(start, allDay)}/${compact(end, allDay)}`,
      details: description,
      location,
      // The times are in UTC. Google then shows them in the zone of the meeting.
      ...(event.timeZone !== undefined && !allDay && {ctz: event.timeZone}),
    }),
    outlook: link('https://outlook.live.com/calendar/0/action/compose', compose),
    office365: link('https://outlook.office.com/calendar/0/action/compose', compose),
    yahoo: link('https://calendar.yahoo.com/', {
      v: '60',
      title,
      st: compact(start, allDay),
      et: compact(end, allDay),
      ...(allDay && {dur: 'allday'}),
      desc: description,
      in_loc: location,
    }),
  }
}

/**
 * Formats a time for the services. An instant ends with `Z`, because Outlook reads it as local time
 * otherwise. A date has no `Z`, because it means the same day in every zone.
 */
function timeOf(value: string): string {
  return value.includes('T')
    ? `${new Date(value).toISOString().slice(0, 19)}Z`
    : `${value}T00:00:00`
}

/** @example compact('2026-03-12T13:00:00Z', false) // '20260312T130000Z' */
function compact(time: string, allDay: boolean): string {
  const digits = time.replaceAll(/[-:]/g, '')
  return allDay ? digits.slice(0, 8) : digits
}

function link(address: string, values: Record<string, string>): SafeUrl {
  // Forms read `+` as a space, but not every calendar does.
  return ownUrl(`${address}?${new URLSearchParams(values).toString().replaceAll('+', '%20')}`)
}
