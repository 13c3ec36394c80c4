import {
  parseCalendar,
  type CadenceInput,
  type EventSource,
  type FeedSource,
  type TouchpointInput,
} from '@touchpoints/calendar'
import {recurrenceDates, type Recurrence} from '@touchpoints/calendar/time'

/** A meeting, as its organizers planned it. */
export interface Meeting {
  id: string
  title: string
  recurrence: Recurrence
  minutes: number
  room?: string
}

/** Changes to single dates. Dates are those of the plan, as `YYYY-MM-DD`. */
export interface Changes {
  /** Dates that the calendar no longer has. */
  removed?: readonly string[]
  /** Dates that the calendar has as cancelled. */
  cancelled?: readonly string[]
  /** Dates that were moved by a number of minutes. */
  moved?: Readonly<Record<string, number>>
  /** The last date. */
  until?: string
}

const minute = 60_000

export function meeting(
  title: string,
  recurrence: Partial<Recurrence> = {},
  rest: Partial<Meeting> = {},
): Meeting {
  return {
    id: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    title,
    minutes: 60,
    recurrence: {
      frequency: 'weekly',
      interval: 1,
      weekdays: ['TU'],
      time: '17:00',
      timeZone: 'Europe/Madrid',
      startDate: '2025-01-07',
      ...recurrence,
    },
    ...rest,
  }
}

/** Returns the starts of a meeting around a time, as UTC instants. */
export function starts(
  {recurrence}: Meeting,
  from = '2026-01-01T00:00:00Z',
  to = '2028-01-01T00:00:00Z',
) {
  return recurrenceDates(recurrence, {from, to})
}

/** Returns the first dates of a meeting after a time, as `YYYY-MM-DD`. */
export function datesAfter(planned: Meeting, from: string, count: number): string[] {
  return starts(planned, from)
    .slice(0, count)
    .map((start) => start.slice(0, 10))
}

export function cadenceOf(
  {id, title, recurrence, minutes, room}: Meeting,
  meets: CadenceInput['meets'] = 'standing',
): CadenceInput {
  const cadence = {slots: [recurrence], exceptions: [], breaks: []}
  return {id: `series-${id}`, title, cadence, meets, minutes, ...(room && {joinUrl: room})}
}

export function cadencesOf(...meetings: Meeting[]): EventSource {
  return {kind: 'cadences', cadences: meetings.map((each) => cadenceOf(each))}
}

export function sessionOf(
  {id, title, minutes, recurrence, room}: Meeting,
  start: string,
  rest: Partial<TouchpointInput> = {},
): TouchpointInput {
  return {
    id: `session-${id}-${start.slice(0, 10)}`,
    title,
    start,
    minutes,
    timeZone: recurrence.timeZone,
    status: 'confirmed',
    ...(room && {joinUrl: room}),
    ...rest,
  }
}

export function sessions(...touchpoints: TouchpointInput[]): EventSource {
  return {kind: 'touchpoints', touchpoints}
}

/** The ways in which calendars write a meeting. */
export type Writer = 'rrule' | 'lfx' | 'google' | 'outlook'
export const writers: readonly Writer[] = ['rrule', 'lfx', 'google', 'outlook']

/** Returns the VEVENTs of a meeting. */
export function eventsOf(planned: Meeting, writer: Writer, changes: Changes = {}): string {
  return writer === 'lfx' ? perDate(planned, changes) : recurring(planned, writer, changes)
}

export function uidOf({id}: Meeting, writer: Writer, start = ''): string {
  if (writer === 'lfx') return `${numberOf(id)}-${Date.parse(start) / 1000}@lfx.linuxfoundation.org`
  if (writer === 'google') return `${id}@google.com`
  return writer === 'outlook'
    ? `040000008200E00074C5B7101A82E008${numberOf(id)}`
    : `${id}@example.org`
}

function numberOf(id: string): string {
  return String(new TextEncoder().encode(id).reduce((sum, byte) => (sum * 31 + byte) % 1e10, 7))
}

/** One VEVENT for each date, as LFX writes it: no rule, no room, cancelled dates left out. */
function perDate(planned: Meeting, {removed, cancelled, moved = {}, until}: Changes): string {
  return starts(planned)
    .filter((start) => until === undefined || start.slice(0, 10) <= until)
    .filter((start) => ![...(removed ?? []), ...(cancelled ?? [])].includes(start.slice(0, 10)))
    .map((start) =>
      component([
        `UID:${uidOf(planned, 'lfx', start)}`,
        'SEQUENCE:0',
        `DTSTART:${utc(Date.parse(start) + (moved[start.slice(0, 10)] ?? 0) * minute)}`,
        `DURATION:PT${planned.minutes}M`,
        `SUMMARY:${planned.title}`,
      ]),
    )
    .join('\r\n')
}

const windowsZones: Readonly<Record<string, string>> = {
  'Europe/Madrid': 'Romance Standard Time',
  'Europe/Berlin': 'W. Europe Standard Time',
  'Europe/London': 'GMT Standard Time',
  'America/New_York': 'Eastern Standard Time',
  'America/Los_Angeles': 'Pacific Standard Time',
  'Asia/Tokyo': 'Tokyo Standard Time',
  'Asia/Kolkata': 'India Standard Time',
  'Australia/Sydney': 'AUS Eastern Standard Time',
  UTC: 'UTC',
}

function recurring(
  planned: Meeting,
  writer: Writer,
  {removed = [], cancelled = [], moved = {}, until}: Changes,
): string {
  const {recurrence, minutes, title, room} = planned
  const zone = recurrence.timeZone
  const named = writer === 'outlook' ? (windowsZones[zone] ?? zone) : zone
  const stamp = (name: string, start: string) =>
    zone === 'UTC'
      ? `${name}:${utc(Date.parse(start))}`
      : `${name};TZID=${named}:${local(start, zone)}`
  const startOn = (date: string) => starts(planned).find((start) => start.startsWith(date)) ?? date
  const [first = ''] = starts(planned, '2025-01-01T00:00:00Z')
  const uid = uidOf(planned, writer)
  const common = [
    `DURATION:PT${minutes}M`,
    ...(room ? [writer === 'outlook' ? `LOCATION:${room}` : `DESCRIPTION:Join: ${room}`] : []),
  ]
  const main = component([
    `UID:${uid}`,
    stamp('DTSTART', first),
    `RRULE:${ruleOf(recurrence)}${until ? `;UNTIL=${until.replaceAll('-', '')}T235959Z` : ''}`,
    ...removed.map((date) => stamp('EXDATE', startOn(date))),
    `SUMMARY:${title}`,
    ...common,
  ])
  const changed = (date: string, lines: string[], shift = 0) => {
    const start = startOn(date)
    const at = utc(Date.parse(start) + shift * minute)
    return component([
      `UID:${uid}`,
      stamp('RECURRENCE-ID', start),
      `DTSTART:${at}`,
      ...lines,
      ...common,
    ])
  }
  const off = cancelled.map((date) =>
    changed(
      date,
      writer === 'outlook'
        ? [`SUMMARY:Canceled: ${title}`]
        : [`SUMMARY:${title}`, 'STATUS:CANCELLED'],
    ),
  )
  const later = Object.entries(moved).map(([date, shift]) =>
    changed(date, [`SUMMARY:${title}`], shift),
  )
  return [main, ...off, ...later].join('\r\n')
}

function ruleOf({frequency, interval, weekdays, ordinals}: Recurrence): string {
  const days = weekdays.map((day) => `${ordinals?.[0] ?? ''}${day}`).join(',')
  return `FREQ=${frequency.toUpperCase()};INTERVAL=${interval};BYDAY=${days}`
}

/** A meeting that Google split at "this and following": the later part has another plan. */
export function googleSplit(before: Meeting, after: Meeting, from: string): string {
  const [first = ''] = starts(after, `${from}T00:00:00Z`)
  const day = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const uid = `${before.id}_R${utc(Date.parse(first)).slice(0, -1)}@google.com`
  const zone = after.recurrence.timeZone
  const later = component([
    `UID:${uid}`,
    `DTSTART;TZID=${zone}:${local(first, zone)}`,
    `RRULE:${ruleOf(after.recurrence)}`,
    `DURATION:PT${after.minutes}M`,
    `SUMMARY:${after.title}`,
  ])
  return [eventsOf(before, 'google', {until: day}), later].join('\r\n')
}

/** A single event. */
export function single(
  title: string,
  start: string,
  rest: {uid?: string; minutes?: number; room?: string} = {},
): string {
  const {uid = `${title.replaceAll(/\W+/g, '-')}-${start}@example.org`, minutes = 60, room} = rest
  return component([
    `UID:${uid}`,
    `DTSTART:${utc(Date.parse(start))}`,
    `DURATION:PT${minutes}M`,
    `SUMMARY:${title}`,
    ...(room ? [`LOCATION:${room}`] : []),
  ])
}

export function component(lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
}

/** A feed with these VEVENTs. It is the community's own unless `rest` says something else. */
export function feed(
  components: readonly string[],
  rest: Partial<Omit<FeedSource, 'kind' | 'calendar'>> = {},
): FeedSource {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\r\n')
  const calendar = parseCalendar(text)
  return {kind: 'feed', id: 'calendar-main', title: 'Main calendar', own: true, calendar, ...rest}
}

function utc(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

function local(start: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return format.format(Date.parse(start)).replaceAll(/[-:]/g, '').replace(' ', 'T')
}

/** Returns an instant moved by some minutes. */
export function shifted(start: string, minutes: number): string {
  return new Date(Date.parse(start) + minutes * minute).toISOString().replace('.000Z', 'Z')
}
