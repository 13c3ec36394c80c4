import {parseInstant} from '@touchpoints/calendar/formats'

import {fieldsOf, textOf} from '../reading/stored.ts'
import {optionTitle} from '../scalarTypes.ts'

/** Indexes of the guests that a preview reads: a session has one to three guests, and its moderators. */
const guestIndexes = [0, 1, 2, 3, 4]

/** The fields that `touchpointPreview` reads, as a selection for a Sanity preview. */
export const touchpointSelection: Record<string, string> = {
  title: 'title',
  start: 'schedule.start',
  timeZone: 'schedule.timeZone',
  status: 'status',
  series: 'series.title',
  photo: 'guests.0.guest.photo',
  ...Object.fromEntries(
    guestIndexes.flatMap((index) => [
      [`name${index}`, `guests.${index}.guest.name`],
      [`role${index}`, `guests.${index}.role`],
    ]),
  ),
}

/**
 * Describes a touchpoint in a list: weekday, date and time in its own time zone with the status, then the guests
 * in a line of their own, because a list of 320 pixels has room for 36 characters.
 *
 * Moderators are left out, because they come to each session. Without guests, the line names the series.
 *
 * @example
 * touchpointPreview({title: 'SBOM', start: '2025-02-13T12:00:00Z', timeZone: 'Europe/London', status: 'held', name0: 'Alin Jepelea', role0: 'guest'})
 * // {title: 'SBOM', subtitle: 'Thu 13 Feb 2025, 12:00 · held', description: 'Alin Jepelea'}
 */
export function touchpointPreview(selected: unknown): {
  title: string
  subtitle: string
  description?: string
} {
  const stored = fieldsOf(selected)
  const {start, timeZone} = stored
  const status = optionTitle('touchpointStatus', stored['status'])?.toLowerCase()
  const guests = guestIndexes.flatMap((index) =>
    stored[`role${index}`] === 'moderator' ? [] : (textOf(stored[`name${index}`]) ?? []),
  )
  const context = guests.length > 0 ? guests.join(', ') : textOf(stored['series'])
  return {
    title: textOf(stored['title']) ?? 'Untitled',
    subtitle: [sessionTime(start, timeZone), status].filter(Boolean).join(' · '),
    ...(context && {description: context}),
  }
}

function sessionTime(start: unknown, timeZone: unknown): string {
  if (typeof start !== 'string' || typeof timeZone !== 'string') return 'no date'
  const at = parseInstant(start)
  if (at === undefined) return 'invalid date'
  try {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    // Without the comma of "Thu, 13 Feb", because lists are narrow.
    return format.format(at).replace(',', '')
  } catch {
    return 'invalid time zone'
  }
}
