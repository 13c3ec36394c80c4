import {plainText} from '@touchpoints/calendar/plain-text'
import {feedWords, type FeedWords, statusLine, statusWord} from '@touchpoints/words/plain'
import ical, {ICalEventStatus, ICalEventTransparency, type ICalEventData} from 'ical-generator'
import {Temporal} from 'temporal-polyfill'

import {
  callback,
  checkOptions,
  filledText,
  list,
  number,
  requireValue,
  text,
  type Checks,
} from '../options/optionChecks.ts'
import type {PublishedEvent} from './eventsFormat.ts'
import {documentRevision, type RevisionOf} from './revisions.ts'
import {vtimezone} from './vtimezone.ts'
import {withUrls} from './withUrls.ts'

export interface ICalendarOptions {
  /** Name in calendar programs. */
  title: string
  description?: string
  /** Address of the file, which programs show and fetch again (RFC 7986 section 5.8). */
  url?: string
  /**
   * Host name of the site, the suffix of every UID. It keeps the events of two communities separate in
   * one program (RFC 7986 section 5.3). Don't change it once people have subscribed.
   */
  host: string
  /** How often programs should refresh, in seconds. Defaults to 3600. */
  refreshSeconds?: number
  /**
   * Returns the revision of an event. Defaults to the last edit of its document; events of feeds stay at
   * revision 0. See `rememberedRevisions`.
   */
  revisionOf?: RevisionOf
  /** BCP 47 tag of the texts around titles and descriptions. Defaults to `en`. */
  language?: string
}

const checks = {
  title: text,
  description: text,
  url: text,
  host: filledText,
  refreshSeconds: number,
  revisionOf: callback,
  language: text,
} as const satisfies Checks<ICalendarOptions>

/**
 * Returns events as iCalendar text (RFC 5545, with the calendar properties of RFC 7986). Each date is
 * its own VEVENT without recurrence, so that no exception can be applied to the wrong rule.
 *
 * Cancelled events are STATUS:CANCELLED, and their title says so, because many programs hide or ignore
 * the status. Dates to be announced are TENTATIVE. There is no METHOD: PUBLISH requires an ORGANIZER (RFC
 * 5546 section 3.2.1), and a feed for subscribers needs neither.
 *
 * @throws ConfigurationError when an option is missing or invalid
 * @example
 * icalendar(events, {title: 'Community meetings', host: 'example.org'})
 */
export function icalendar(events: readonly PublishedEvent[], options: ICalendarOptions): string {
  requireValue('icalendar', 'events', events, list)
  checkOptions('icalendar', options, checks, ['title', 'host'])
  const {title, description, url, host, refreshSeconds = 3600, language = 'en'} = options
  const words = feedWords(language)
  const revisionOf = options.revisionOf ?? documentRevision
  const calendar = ical({
    // ical-generator writes the texts of a calendar as they are.
    name: escapeText(singleLine(title)),
    description: description === undefined ? undefined : escapeText(plainText(description)),
    url,
    source: url,
    ttl: refreshSeconds,
    prodId: {company: 'touchpoints', product: 'feeds'},
  })
  for (const event of events) {
    calendar.createEvent(eventData(event, host, revisionOf, words))
  }
  return withTimeZones(withUrls(calendar.toString(), events), events)
}

function eventData(
  event: PublishedEvent,
  host: string,
  revisionOf: RevisionOf,
  words: FeedWords,
): ICalEventData {
  const {changedAt, sequence} = revisionOf(event)
  const stamp = Temporal.Instant.from(changedAt)
  return {
    id: eventUid(event.id, host),
    sequence,
    stamp,
    lastModified: stamp,
    summary: titleOf(event, words),
    ...times(event),
    status: statuses[event.status],
    transparency: event.status === 'cancelled' ? ICalEventTransparency.TRANSPARENT : null,
    description: describe(event, words),
    location: singleLine(event.location ?? event.joinUrl ?? '') || null,
    categories: event.topics.map((name) => ({name: singleLine(name)})).filter(({name}) => name),
    x: propertiesOf(event),
  }
}

/**
 * Returns the non-standard properties (section 3.8.8.2). ical-generator escapes and folds the values, and writes
 * any name that begins with X-. An event can come from the events.json of another site.
 */
function propertiesOf({properties = {}}: PublishedEvent): [string, string][] {
  return Object.entries(properties)
    .filter(([name]) => /^X-[A-Z0-9-]+$/.test(name))
    .map(([name, value]) => [name, singleLine(value)])
}

function titleOf({status, title}: PublishedEvent, words: FeedWords): string {
  return singleLine(status === 'cancelled' ? statusLine(words, status, title) : title)
}

/** Returns the UID of an event. Characters with a special meaning for some reader are percent-encoded. */
export function eventUid(id: string, host: string): string {
  const safe = id.replaceAll(/[^\w.:/@#+=-]/gu, (character) => encodeURIComponent(character))
  return `${safe}@${host}`
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
  'to-be-announced': ICalEventStatus.TENTATIVE,
} as const

function times(
  event: PublishedEvent,
): Pick<ICalEventData, 'start' | 'end'> & Partial<ICalEventData> {
  const {start, end, allDay, floating} = event
  if (allDay) {
    return {start: Temporal.PlainDate.from(start), end: Temporal.PlainDate.from(end), allDay}
  }
  // RFC 5545 section 3.6.1: an end that equals the start must not be written.
  const within = <T>(value: T) => (end === start ? null : value)
  if (floating) {
    const local = (time: string) => Temporal.PlainDateTime.from(time)
    return {start: local(start), end: within(local(end)), floating}
  }
  const zone = zoneWritten(event)
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone ?? 'UTC')
  return {start: at(start), end: within(at(end)), timezone: zone ?? null}
}

/**
 * Years for which a zone is written. Before, some zones had offsets with seconds, which Temporal does not
 * read back. A VTIMEZONE until the year 9999 would have 16,000 clock changes.
 */
const firstExactYear = '1973'
const lastExactYear = '2101'

/**
 * Returns the zone in which the times of an event can be written. When clocks go back, a local time
 * occurs twice. It means the first one (RFC 5545 section 3.3.5), but ical.js reads the second. Such an
 * event is written in UTC, which is unambiguous.
 */
function zoneWritten({start, end, allDay, floating, timeZone}: PublishedEvent): string | undefined {
  if (start < firstExactYear || end > lastExactYear) return undefined
  if (allDay || floating || !timeZone || /^(?:Etc\/)?(?:UTC|GMT|Zulu)$/i.test(timeZone)) return
  const readsBack = [start, end].every((instant) => {
    const at = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
    return (['earlier', 'later'] as const).every((disambiguation) =>
      at.toPlainDateTime().toZonedDateTime(timeZone, {disambiguation}).equals(at),
    )
  })
  return readsBack ? timeZone : undefined
}

/** Adds the zones. ical-generator puts them before the last calendar properties, against section 3.6. */
function withTimeZones(text: string, events: readonly PublishedEvent[]): string {
  const spans = new Map<string, {from: string; to: string}>()
  for (const event of events) {
    const zone = zoneWritten(event)
    if (!zone) continue
    const {from, to} = spans.get(zone) ?? {from: event.start, to: event.end}
    spans.set(zone, {
      from: event.start < from ? event.start : from,
      to: event.end > to ? event.end : to,
    })
  }
  if (events.length === 0) return withEmptyZone(text)
  const zones = [...spans].map(([zone, {from, to}]) => vtimezone(zone, from, to)).join('')
  const complete = `${text}\r\n`
  return zones
    ? complete.replace('\r\nBEGIN:VEVENT\r\n', () => `\r\n${zones}BEGIN:VEVENT\r\n`)
    : complete
}

/** A calendar must have a component (RFC 5545 section 3.6), and some programs refuse one that has none. */
function withEmptyZone(text: string): string {
  const zone = vtimezone(
    'UTC',
    `${firstExactYear}-01-01T00:00:00Z`,
    `${firstExactYear}-01-01T00:00:00Z`,
  )
  return `${text.replace(/END:VCALENDAR$/, () => `${zone}END:VCALENDAR`)}\r\n`
}

function describe(
  {status, cancelReason, description, joinUrl, url}: PublishedEvent,
  words: FeedWords,
): string | null {
  const {say} = words
  const isNews = status === 'cancelled' || status === 'to-be-announced'
  const news = cancelReason ? statusLine(words, status, cancelReason) : statusWord(words, status)
  const parts = [
    isNews && news,
    description,
    joinUrl && say('join', {url: joinUrl}),
    url && say('more', {url}),
  ]
  return plainText(parts.filter(Boolean).join('\n\n')) || null
}

function singleLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim()
}

/** Writes a TEXT value (section 3.3.11). */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (char) => `\\${char}`).replaceAll(/\r?\n/g, '\\n')
}
