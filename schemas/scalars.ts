/**
 * Every format this project stores or serves, once. The Studio's rules, the stored schema's named
 * types, the loader's validators and the CLI's checks all come from here.
 *
 * A scalar's message is written for the editor who typed the value: what is expected, by example.
 */
import * as z from 'zod/mini'

import {isCalendarDate, isTimeZone, parseInstant} from '@touchpoints/calendar/formats'

/** A UTC instant as the Content Lake stores one: ISO 8601 with `Z`, milliseconds optional. */
export const instant = z
  .string()
  .check(
    z.refine(
      (value) => parseInstant(value) !== undefined,
      'Expected a moment in UTC, such as 2026-03-12T12:00:00Z.',
    ),
  )

/** A calendar date without a time, `YYYY-MM-DD`. */
export const calendarDate = z
  .string()
  .check(z.refine(isCalendarDate, 'Expected a date that exists, such as 2026-03-12.'))

/** A 24-hour wall-clock time, `HH:MM`. "18:00 PM" has no way to be written. */
export const wallTime = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a 24-hour time, such as 17:30.'))

/**
 * An IANA time zone id that this machine knows. Abbreviations (CET, EST) are refused: they name an
 * offset, not a place, and are wrong for half the year.
 */
export const timeZone = z
  .string()
  .check(
    z.refine(
      isTimeZone,
      'Expected a time zone named after a place, such as Europe/Madrid, or UTC. CET, GMT+1 and the like are wrong for half the year.',
    ),
  )

/** An absolute https link to a public host. */
export const httpsUrl = z
  .string()
  .check(
    z.refine(
      (value) => isUrl(value, ['https:']),
      'Expected a whole link that starts with https://, such as https://example.org/page.',
    ),
  )

/** Where a calendar is fetched: https://, or webcal:// as calendar programs write it. */
export const feedUrl = z
  .string()
  .check(
    z.refine(
      (value) => isUrl(value, ['https:', 'webcal:']),
      'Expected the link of an iCalendar feed, such as https://example.org/basic.ics or webcal://example.org/basic.ics.',
    ),
  )

/** A link within rich text: https, mailto, or a path on the same site. */
export const href = z
  .string()
  .check(
    z.refine(
      (value) =>
        isUrl(value, ['https:']) ||
        /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ||
        /^(\/(?!\/)|#)[^\s\\]*$/.test(value),
      'Expected https://…, mailto:someone@example.org, or a path on this site that starts with /.',
    ),
  )

/** One line of text, 1 to 200 characters, no blanks at its ends. */
export const line = z
  .string()
  .check(
    z.refine(
      (value) => /^\S(?:.*\S)?$/u.test(value) && value.length <= 200,
      'Expected one line of at most 200 characters, with no blanks before or after.',
    ),
  )

/** A paragraph or a few, 1 to 5,000 characters. */
export const paragraph = z
  .string()
  .check(
    z.refine(
      (value) => value.trim().length > 0 && value.length <= 5000,
      'Expected some text, at most 5,000 characters.',
    ),
  )

/** The part of an address that names a document. */
export const slugText = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'Expected small letters, digits and single hyphens, such as spring-all-hands.',
    ),
    z.maxLength(96, 'Expected at most 96 characters.'),
  )

/** A page's place on its site, with a slash at both ends. */
export const sitePath = z
  .string()
  .check(
    z.regex(
      /^\/(?:[a-z0-9-]+\/)*$/,
      'Expected a path with a slash at both ends, such as /community/meetings/.',
    ),
  )

export const emailAddress = z
  .string()
  .check(
    z.regex(
      /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/,
      'Expected an email address, such as info@example.org.',
    ),
  )

/** A Slack channel as people write it, with its `#`. */
export const slackChannel = z
  .string()
  .check(
    z.regex(
      /^#[a-z0-9][a-z0-9_-]{0,79}$/,
      'Expected a channel with its #, in small letters, such as #wg-metrics.',
    ),
  )

/** The 11 characters that name a YouTube video. */
export const youtubeId = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9_-]{11}$/,
      'Expected the 11 characters after youtu.be/ or v=, such as Aj84quEIEug.',
    ),
  )

export const youtubePlaylistId = z
  .string()
  .check(
    z.regex(
      /^(?:PL|UU|FL|OL)[A-Za-z0-9_-]{10,60}$/,
      'Expected the characters after list=, such as PLx….',
    ),
  )

/** The UID of an event in a calendar feed (RFC 5545 section 3.8.4.7). */
export const eventUid = z
  .string()
  .check(
    z.refine(
      (value) => /^\S(?:.*\S)?$/u.test(value) && value.length <= 1000,
      'Expected the UID of one calendar event, as its feed writes it.',
    ),
  )

/** A length of time in whole minutes, one minute to one day. */
export const minutes = z
  .number()
  .check(
    z.refine(
      (value) => Number.isInteger(value) && value >= 1 && value <= 1440,
      'Expected whole minutes, from 1 to 1440 (one day).',
    ),
  )

/** An sRGB color, `#rrggbb`. */
export const color = z
  .string()
  .check(z.regex(/^#[0-9a-f]{6}$/, 'Expected a color such as #0b57d0, in small letters.'))

/** How many weeks or months lie between two dates of a recurrence. */
export const interval = z
  .number()
  .check(
    z.refine(
      (value) => Number.isInteger(value) && value >= 1 && value <= 12,
      'Expected a whole number from 1 to 12.',
    ),
  )

/** Which of the month's weekdays: the first to the fourth, or -1 for the last. */
export const ordinal = z.literal([1, 2, 3, 4, -1], 'Expected 1, 2, 3, 4, or -1 for the last.')

/** RFC 5545 section 3.3.10, `weekday`. */
export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
export const frequency = z.enum(['weekly', 'monthly'])
export const region = z.enum(['APAC', 'EMEA', 'AMER'])
export const touchpointStatus = z.enum(['planned', 'confirmed', 'cancelled', 'held'])
export const appearanceRole = z.enum(['guest', 'moderator', 'host'])
export const agendaItemKind = z.enum([
  'welcome',
  'presentation',
  'questions',
  'updates',
  'discussion',
  'forum',
])
export const audience = z.enum(['everyone', 'members'])
export const recordingPolicy = z.enum(['recorded', 'presentationOnly', 'notRecorded'])
export const seriesKind = z.enum(['touchpoint', 'allHands', 'workingGroupCall'])
export const guestKind = z.enum(['project', 'foundation', 'stakeholder', 'ospoMember'])
export const organizationKind = z.enum([
  'community',
  'foundation',
  'project',
  'company',
  'publicAdministration',
])
export const workingGroupPhase = z.enum(['forming', 'active', 'maintenance', 'archived'])
export const channelKind = z.enum(['slack', 'mailingList', 'other'])
export const availability = z.enum(['published', 'processing', 'notRecorded'])
export const calendarOwnership = z.enum(['own', 'ofInterest'])
export const filterAction = z.enum(['include', 'exclude'])
export const sectionKind = z.enum([
  'touchpoints',
  'recordings',
  'workingGroups',
  'calendar',
  'otherCalendars',
  'callForProposals',
  'freeText',
])

function isUrl(value: string, protocols: string[]): boolean {
  if (/[\s<>"\\^`{|}]/.test(value)) return false
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !protocols.includes(url.protocol)) return false
  // "https:example.org" parses; only the form with slashes means the same everywhere.
  if (!value.toLowerCase().startsWith(`${url.protocol}//`)) return false
  return url.username === '' && url.password === '' && /[^.]\.[a-z0-9-]{2,}\.?$/i.test(url.hostname)
}
