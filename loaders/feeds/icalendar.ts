import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import {Temporal} from 'temporal-polyfill'

import type {PublishedEvent} from './eventsFormat.ts'
import {documentRevision, type RevisionOf} from './revisions.ts'
import {vtimezone} from './vtimezone.ts'

export interface ICalendarOptions {
  /** What calendar programs call it. */
  title: string
  description?: string
  /** Where it is served; programs show it and fetch it again from there (RFC 7986 section 5.8). */
  url?: string
  /**
   * The site's host name. It ends every UID, so that two communities' events stay apart in one
   * program (RFC 7986 section 5.3). Leave it as it is once people have subscribed.
   */
  host: string
  /** How often programs should come back, in seconds. Default: 3600. */
  refreshSeconds?: number
  /** Default: the editors' last change; feed events keep revision 0. See `rememberedRevisions`. */
  revisionOf?: RevisionOf
}

/**
 * The events as iCalendar text (RFC 5545, with RFC 7986's calendar properties). Each stands on its
 * own, without recurrence: an exception can then never be read against the wrong rule. Cancelled
 * ones stay, as STATUS:CANCELLED; dates to be announced are TENTATIVE.
 *
 * @example
 * icalendar(events, {title: 'Community meetings', host: 'example.org'})
 */
export function icalendar(events: readonly PublishedEvent[], options: ICalendarOptions): string {
  const {title, description, url, host, refreshSeconds = 3600} = options
  const revisionOf = options.revisionOf ?? documentRevision
  const calendar = ical({
    name: title,
    description,
    url,
    source: url,
    ttl: refreshSeconds,
    method: ICalCalendarMethod.PUBLISH,
    prodId: {company: 'touchpoints', product: 'feeds'},
  })
  for (const event of events) calendar.createEvent(eventData(event, host, revisionOf))
  return withTimeZones(calendar.toString(), events)
}

function eventData(event: PublishedEvent, host: string, revisionOf: RevisionOf): ICalEventData {
  const {changedAt, sequence} = revisionOf(event)
  const stamp = Temporal.Instant.from(changedAt)
  return {
    id: eventUid(event.id, host),
    sequence,
    stamp,
    lastModified: stamp,
    summary: singleLine(event.title),
    ...times(event),
    status: statuses[event.status],
    transparency: event.status === 'cancelled' ? ICalEventTransparency.TRANSPARENT : null,
    description: describe(event),
    location: singleLine(event.location ?? event.joinUrl ?? '') || null,
    url: event.url ?? null,
    categories: event.topics.map((name) => ({name: singleLine(name)})).filter(({name}) => name),
  }
}

/** Characters that some reader takes for more than themselves are written as percent escapes. */
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
  // RFC 5545 section 3.6.1: an end that equals the start may not be written.
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
 * The zone in which the event's times can be written. In an hour that the clock runs through twice a
 * local time means the first (RFC 5545 section 3.3.5), but ical.js reads the second: such an event
 * is written in UTC, which has one reading.
 */
function zoneWritten({start, end, allDay, floating, timeZone}: PublishedEvent): string | undefined {
  if (allDay || floating || !timeZone || /^(?:Etc\/)?(?:UTC|GMT|Zulu)$/i.test(timeZone)) return
  const readsBack = [start, end].every((instant) => {
    const at = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
    return (['earlier', 'later'] as const).every((disambiguation) =>
      at.toPlainDateTime().toZonedDateTime(timeZone, {disambiguation}).equals(at),
    )
  })
  return readsBack ? timeZone : undefined
}

/** ical-generator puts zones before the calendar's last properties, where section 3.6 has no place. */
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
  const zones = [...spans].map(([zone, {from, to}]) => vtimezone(zone, from, to)).join('')
  const whole = `${text}\r\n`
  return zones ? whole.replace('\r\nBEGIN:VEVENT\r\n', () => `\r\n${zones}BEGIN:VEVENT\r\n`) : whole
}

function describe({
  status,
  cancelReason,
  description,
  joinUrl,
  url,
}: PublishedEvent): string | null {
  const parts = [
    status === 'cancelled' && `Cancelled${cancelReason ? `: ${cancelReason}` : '.'}`,
    status === 'to-be-announced' && 'To be announced.',
    description,
    joinUrl && `Join: ${joinUrl}`,
    url && `More: ${url}`,
  ]
  return parts.filter(Boolean).join('\n\n') || null
}

function singleLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
