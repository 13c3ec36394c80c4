/**
 * The format of every value that this project stores or serves, as zod schemas. The Studio's
 * validation, the named types of the schema, the loader's validators and the CLI's checks use them.
 *
 * The messages are for editors. Each says what is expected and gives an example.
 */
import * as z from 'zod/mini'

import {isCalendarDate, isTimeOfDay, isTimeZone, parseInstant} from '@touchpoints/calendar/formats'
import {sitePath as pathOnSite} from '@touchpoints/calendar/links'

import {isLanguageTag} from './languageTag.ts'

/** Returns a schema of a text. Calls without side effects are left out of a bundle that uses few of these formats. */
/* @__NO_SIDE_EFFECTS__ */
function text(...checks: z.core.$ZodCheck<string>[]): z.ZodMiniString {
  return z.string().check(...checks)
}

/* @__NO_SIDE_EFFECTS__ */
function number(...checks: z.core.$ZodCheck<number>[]): z.ZodMiniNumber {
  return z.number().check(...checks)
}

/** A UTC instant as the Content Lake stores it: ISO 8601 with `Z`, milliseconds optional. */
export const instant = text(
  z.refine(
    (value) => parseInstant(value) !== undefined,
    'Expected a date and time in UTC, such as 2026-03-12T12:00:00Z.',
  ),
)

/** A calendar date without a time, `YYYY-MM-DD`. */
export const calendarDate = text(
  z.refine(isCalendarDate, 'Expected a date that exists, such as 2026-03-12.'),
)

/** A local time in the 24-hour clock, `HH:MM`. */
export const wallTime = text(z.refine(isTimeOfDay, 'Expected a 24-hour time, such as 17:30.'))

/**
 * An IANA time zone id that this machine supports. Abbreviations such as CET and EST are invalid,
 * because they name an offset, not a place, and are wrong for half the year.
 */
export const timeZone = text(
  z.refine(
    isTimeZone,
    'Expected a time zone named after a place, such as Europe/Madrid, or UTC. Abbreviations and offsets such as CET and GMT+1 are wrong for half the year.',
  ),
)

/** An absolute https link to a public host. */
export const httpsUrl = text(
  z.refine(
    (value) => isHttps(value),
    'Expected a complete link that starts with https://, such as https://example.org/page.',
  ),
)

/** The URL of a calendar feed: https://, or webcal:// as calendar apps write it. */
export const feedUrl = text(
  z.refine(
    (value) => isHttps(value.replace(/^webcal:/i, 'https:')),
    'Expected the link to an iCalendar feed, such as https://example.org/basic.ics or webcal://example.org/basic.ics.',
  ),
)

/** A link in rich text: https, mailto, or a path on the same site. */
export const href = text(
  z.refine(
    (value) =>
      isHttps(value) ||
      /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ||
      // "#" leads nowhere, and ".." in a path is what is left of a link between files.
      (/^(?:\/|#[^\s])[^\s\\]*$/.test(value) &&
        !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value) &&
        pathOnSite(value) !== undefined),
    'Expected a link such as https://example.org/page, mailto:someone@example.org, or a path on this site such as /about/.',
  ),
)

/** One line of text, 1 to 200 characters, without spaces at the start or end. */
export const line = text(
  z.refine(
    (value) => /^\S(?:.*\S)?$/u.test(value) && value.length <= 200,
    'Expected one line of at most 200 characters, without spaces at the start or end.',
  ),
)

/** One or more paragraphs of text, 1 to 5,000 characters. */
export const paragraph = text(
  z.refine(
    (value) => value.trim().length > 0 && value.length <= 5000,
    'Expected a text of at most 5,000 characters.',
  ),
)

/** The part of a URL that identifies a document. */
export const slugText = text(
  z.regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'Expected lowercase letters, digits and single hyphens, such as spring-all-hands.',
  ),
  z.maxLength(96, 'Expected at most 96 characters.'),
)

/** The path of a page on its site, with a slash at both ends. */
export const sitePath = text(
  z.regex(
    /^\/(?:[a-z0-9-]+\/)*$/,
    'Expected a path with a slash at both ends, such as /community/meetings/.',
  ),
)

export const emailAddress = text(
  z.regex(
    /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/,
    'Expected an email address, such as info@example.org.',
  ),
)

/** The id of a YouTube video, 11 characters. */
export const youtubeId = text(
  z.regex(
    /^[A-Za-z0-9_-]{11}$/,
    'Expected the 11 characters after youtu.be/ or v=, such as Aj84quEIEug.',
  ),
)

export const youtubePlaylistId = text(
  z.regex(
    /^(?:PL|UU|FL|OL)[A-Za-z0-9_-]{10,60}$/,
    'Expected the characters after list=, such as PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5.',
  ),
)

/** The UID of an event in a calendar feed (RFC 5545 section 3.8.4.7). */
export const eventUid = text(
  z.refine(
    (value) => /^\S(?:.*\S)?$/u.test(value) && value.length <= 1000,
    'Expected the UID of a calendar event, as the feed contains it, such as 4f1k2j@google.com.',
  ),
)

/** A duration in whole minutes, from one minute to one day. */
export const minutes = number(
  z.refine(
    (value) => Number.isInteger(value) && value >= 1 && value <= 1440,
    'Expected a whole number of minutes from 1 to 1440 (one day), such as 60.',
  ),
)

/** An sRGB color, `#rrggbb`. */
export const color = text(
  z.regex(/^#[0-9a-f]{6}$/, 'Expected a color in lowercase hexadecimal, such as #0b57d0.'),
)

/** The number of weeks or months between two dates of a slot. */
export const interval = number(
  z.refine(
    (value) => Number.isInteger(value) && value >= 1 && value <= 52,
    'Expected a whole number from 1 to 52, such as 2.',
  ),
)

/** The week or business day of the month: 1 to 5, or -1 to -3 from the end of the month. */
export const ordinal = z.literal(
  [1, 2, 3, 4, 5, -1, -2, -3],
  'Expected 1 to 5, or -1 for the last, -2 and -3 for those before it.',
)

/** Days between a weekday of the month and the meeting: -1 is the day before. */
export const dayOffset = number(
  z.refine(
    (value) => Number.isInteger(value) && value >= -6 && value <= 6,
    'Expected a whole number from -6 to 6. 1 is the day after, -1 the day before.',
  ),
)

/** A language tag (BCP 47) in its canonical form: `isLanguageTag`. */
export const languageTag = text(
  z.refine(isLanguageTag, 'Expected a language tag, such as en, pt-BR or zh-Hant.'),
)

/** The short name of a region, as series use it. */
export const regionCode = text(
  z.regex(
    /^[\p{L}\p{N}][\p{L}\p{N} &/-]{0,19}(?<! )$/u,
    'Expected a short name of at most 20 letters and digits, such as EMEA.',
  ),
)

/** RFC 5545 section 3.3.10, `weekday`. */
export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
export const frequency = z.enum(['weekly', 'monthly'])
export const weekParity = z.enum(['odd', 'even'])
export const monthlyOn = z.enum(['date', 'weekday', 'businessDay'])
export const exceptionKind = z.enum(['skipped', 'moved'])
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
export const meets = z.enum(['standing', 'scheduled'])
export const lifecycle = z.enum(['active', 'paused', 'ended'])
export const organizationKind = z.enum([
  'community',
  'foundation',
  'project',
  'company',
  'publicAdministration',
])
export const workingGroupPhase = z.enum([
  'forming',
  'incubating',
  'active',
  'maintenance',
  'paused',
  'archived',
])
export const channelKind = z.enum([
  'slack',
  'discord',
  'matrix',
  'zulip',
  'mailingList',
  'forum',
  'irc',
  'github',
  'telegram',
  'mastodon',
  'other',
])
export const linkKind = z.enum([
  'charter',
  'governance',
  'repository',
  'notes',
  'agenda',
  'roadmap',
  'board',
  'issues',
  'documentation',
  'website',
  'recordings',
  'calendar',
  'other',
])
export const availability = z.enum(['published', 'processing', 'notRecorded'])
export const calendarOwnership = z.enum(['own', 'ofInterest'])
export const nonPublicEvents = z.enum(['leave-out', 'busy', 'show'])
export const mailAddresses = z.enum(['remove', 'show'])
export const filterAction = z.enum(['include', 'exclude'])
export const decisionVerdict = z.enum(['same', 'different'])
export const sectionKind = z.enum([
  'touchpoints',
  'recordings',
  'workingGroups',
  'calendar',
  'otherCalendars',
  'callForProposals',
  'freeText',
])

function isHttps(value: string): boolean {
  // "https:example.org" parses too, but only the form with slashes has one meaning everywhere.
  if (!/^https:\/\/[^\s<>"\\^`{|}]*$/i.test(value)) return false
  const url = URL.parse(value)
  if (url?.username !== '' || url.password !== '') return false
  return /[^.]\.[a-z0-9-]{2,}\.?$/i.test(url.hostname)
}
