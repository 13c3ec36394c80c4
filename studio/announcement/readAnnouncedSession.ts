import {fieldsOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'

import type {AnnouncedSession} from './writeAnnouncement.ts'

/** GROQ query for the fields of a touchpoint that an announcement contains. Parameter: `$id`. */
export const announcedSessionQuery = `*[_id == $id][0]{
  title, schedule, status, summary, links,
  "language": coalesce(language, series->language, *[_id == "community"][0].languages[0]),
  "series": series->title,
  "guests": guests[]{"name": guest->name, "organization": guest->organization->name}
}`

/** Reads the result of `announcedSessionQuery`. Returns undefined if the session has no date. */
export function readAnnouncedSession(result: unknown): AnnouncedSession | undefined {
  const session = fieldsOf(result)
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
    language: textOf(session['language']),
    summary: textOf(session['summary']),
    guests: guests.flatMap((each: unknown) => {
      const {name, organization} = fieldsOf(each)
      const text = textOf(name)
      return text ? [{name: text, organization: textOf(organization)}] : []
    }),
    links: {
      agenda: textOf(links['agenda']),
      rsvp: textOf(links['rsvp']),
      join: textOf(links['join']),
    },
  }
}
