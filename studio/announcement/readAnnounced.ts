import {fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import type {Announced} from './writeAnnouncement.ts'

/** What an announcement tells of a touchpoint. Parameter: `$id`. */
export const announcedQuery = `*[_id == $id][0]{
  title, schedule, status, summary, links,
  "series": series->title,
  "guests": guests[]{"name": guest->name, "organization": guest->organization->name}
}`

/** What the query answered, read; undefined while the session has no date yet. */
export function readAnnounced(answer: unknown): Announced | undefined {
  const session = fieldsOf(answer)
  const schedule = scheduleOf(session['schedule'])
  if (!schedule) return undefined
  const links = fieldsOf(session['links'])
  const guests = Array.isArray(session['guests']) ? session['guests'] : []
  return {
    title: textOf(session['title']) ?? 'Untitled session',
    series: textOf(session['series']),
    start: schedule.start,
    timeZone: schedule.timeZone,
    minutes: schedule.minutes,
    cancelled: session['status'] === 'cancelled',
    summary: textOf(session['summary']),
    guests: guests.flatMap((each: unknown) => {
      const {name, organization} = fieldsOf(each)
      const known = textOf(name)
      return known ? [{name: known, organization: textOf(organization)}] : []
    }),
    links: {
      agenda: textOf(links['agenda']),
      rsvp: textOf(links['rsvp']),
      join: textOf(links['join']),
    },
  }
}
