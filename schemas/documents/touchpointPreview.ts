import {parseInstant} from '@touchpoints/calendar/formats'

import {fieldsOf, textOf} from '../reading/stored.ts'

/** How many people are looked at: a session has one to three guests, and its moderators beside them. */
const people = [0, 1, 2, 3, 4]

/** What a list needs to know of a touchpoint, by the names under which `touchpointPreview` reads it. */
export const touchpointSelection: Record<string, string> = {
  title: 'title',
  start: 'schedule.start',
  timeZone: 'schedule.timeZone',
  status: 'status',
  series: 'series.title',
  photo: 'guests.0.guest.photo',
  ...Object.fromEntries(
    people.flatMap((index) => [
      [`name${index}`, `guests.${index}.guest.name`],
      [`role${index}`, `guests.${index}.role`],
    ]),
  ),
}

/**
 * A touchpoint in one line of a list: weekday, date and time on its own zone's clock, its status, and
 * who comes. Moderators are left out: they are there each time. Without a guest the series says what
 * it is.
 *
 * @example
 * touchpointPreview({title: 'SBOM', start: '2025-02-13T12:00:00Z', timeZone: 'Europe/London', status: 'held', name0: 'Alin Jepelea', role0: 'guest'})
 * // {title: 'SBOM', subtitle: 'Thu 13 Feb 2025, 12:00 · held · Alin Jepelea'}
 */
export function touchpointPreview(selected: unknown): {title: string; subtitle: string} {
  const stored = fieldsOf(selected)
  const {start, timeZone} = stored
  const [status, series] = [textOf(stored['status']), textOf(stored['series'])]
  const guests = people.flatMap((index) =>
    stored[`role${index}`] === 'moderator' ? [] : (textOf(stored[`name${index}`]) ?? []),
  )
  const told = guests.length > 0 ? guests.join(', ') : series
  return {
    title: textOf(stored['title']) ?? 'Untitled',
    subtitle: [sessionTime(start, timeZone), status, told].filter(Boolean).join(' · '),
  }
}

function sessionTime(start: unknown, timeZone: unknown): string {
  if (typeof start !== 'string' || typeof timeZone !== 'string') return 'no date yet'
  const at = parseInstant(start)
  if (at === undefined) return 'no valid date'
  try {
    const written = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    // "Thu, 13 Feb": the comma costs a place in a narrow list.
    return written.format(at).replace(',', '')
  } catch {
    return 'no valid time zone'
  }
}
