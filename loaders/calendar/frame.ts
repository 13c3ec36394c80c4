import {createHash} from 'node:crypto'
import {parseContentLine} from './contentLine.ts'
import {epochOf, readMoment} from './moment.ts'
import {doubts} from './recurrence/doubts.ts'
import {parseRule} from './recurrence/rule.ts'
import {unescapeText} from './unescapeText.ts'
import {unfold} from './unfold.ts'
import {dayMs, parseDuration} from './values.ts'
import type {ContentLine} from './contentLine.ts'
import type {Length, Moment, ZoneLookup} from './moment.ts'
import type {ProblemList} from './problemList.ts'
import type {Rule} from './recurrence/rule.ts'
import type {ScannedEvent} from './scan.ts'

/** When an event is, and which it is: all of a VEVENT that has to be known to ask for a window. */
export interface Frame {
  event: ScannedEvent
  uid: string
  /** The text gave no UID; `uid` is derived from its content. */
  anonymous: boolean
  start: Moment
  length: Length
  rules: Rule[]
  /** Undecoded; there can be 100,000 of them. */
  rdates: ContentLine[]
  exdates: ContentLine[]
  zones: ZoneLookup
  recurrenceId?: Moment
  thisAndFuture: boolean
  sequence: number
  /** DTSTAMP as written; decides between revisions of the same SEQUENCE. */
  stamp: string
}

/** Reads an event's frame. @returns undefined when it has no usable start; the problem is reported. */
export function readFrame(
  text: string,
  event: ScannedEvent,
  zones: ZoneLookup,
  problems: ProblemList,
): Frame | undefined {
  const lines = refLines(text, event)
  const first = (name: string): ContentLine | undefined => lines.find((line) => line.name === name)
  const written = unescapeText(first('UID')?.value ?? '')
  const anonymous = written.trim() === ''
  const uid = anonymous ? contentUid(text.slice(event.from, event.to)) : written
  const report: Report = (code, message, line) =>
    problems.add({code, message, line: line?.line ?? event.line, uid})
  const start = readStart(lines, zones, report)
  if (!start) return undefined
  const rules = lines
    .filter((line) => line.name === 'RRULE')
    .flatMap((line) => readRule(line, start, report))
  const recurrence = first('RECURRENCE-ID')
  const recurrenceId = recurrence && readMoment(recurrence, zones)
  if (recurrence && !recurrenceId) {
    report(
      'bad-date',
      `RECURRENCE-ID "${clip(recurrence.value)}" is no date. The event is shown as one of its own.`,
      recurrence,
    )
  }
  const length = readLength(start, first('DTEND'), first('DURATION'), zones, report)
  if (length.nominal + length.exact > suspiciousLength) {
    const years = Math.round((length.nominal + length.exact) / (365.25 * dayMs))
    report(
      'bad-duration',
      `The event lasts ${years} years, most likely by a slip in DTEND or DURATION. It is shown as written.`,
    )
  }
  return {
    event,
    uid,
    anonymous,
    start,
    length,
    rules,
    rdates: lines.filter((line) => line.name === 'RDATE'),
    exdates: lines.filter((line) => line.name === 'EXDATE'),
    zones,
    ...(recurrenceId ? {recurrenceId} : {}),
    thisAndFuture: recurrence?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    sequence: Number.parseInt(first('SEQUENCE')?.value ?? '0', 10) || 0,
    stamp: first('DTSTAMP')?.value.trim() ?? '',
  }
}

/** Ten years: no meeting lasts as long. */
const suspiciousLength = 3653 * dayMs

type Report = (
  code: 'bad-component' | 'bad-date' | 'bad-duration' | 'bad-recurrence' | 'ends-before-start',
  message: string,
  line?: ContentLine,
) => void

function refLines(text: string, event: ScannedEvent): ContentLine[] {
  const lines: ContentLine[] = []
  const {refs} = event
  for (let at = 0; at < refs.length; at += 3) {
    const line = parseContentLine(unfold(text.slice(refs[at], refs[at + 1])), refs[at + 2] ?? 0)
    if (line) lines.push(line)
  }
  return lines
}

function readStart(
  lines: readonly ContentLine[],
  zones: ZoneLookup,
  report: Report,
): Moment | undefined {
  const starts = lines.filter((line) => line.name === 'DTSTART')
  const [line, second] = starts
  if (!line) {
    report(
      'bad-component',
      'The event has no DTSTART, so nobody can know when it is. It is left out.',
    )
    return undefined
  }
  if (second) {
    report('bad-component', 'The event has more than one DTSTART. The first is used.', second)
  }
  const start = readMoment(line, zones)
  if (!start) {
    report('bad-date', `DTSTART "${clip(line.value)}" is no date. The event is left out.`, line)
  }
  return start
}

/** How long the event lasts; what is wrong with it is reported, and read as policy says. */
function readLength(
  start: Moment,
  end: ContentLine | undefined,
  duration: ContentLine | undefined,
  zones: ZoneLookup,
  report: Report,
): Length {
  const none = start.kind === 'date' ? {nominal: dayMs, exact: 0} : {nominal: 0, exact: 0}
  if (end) {
    const moment = readMoment(end, zones)
    if (!moment) {
      report(
        'bad-date',
        `DTEND "${clip(end.value)}" is no date. The event is shown without an end.`,
        end,
      )
      return none
    }
    return lengthUntil(start, moment, end, report)
  }
  if (!duration) return none
  const length = parseDuration(duration.value)
  if (!length) {
    report(
      'bad-duration',
      `DURATION "${clip(duration.value)}" is no duration (RFC 5545 section 3.3.6). The event is shown without an end.`,
      duration,
    )
    return none
  }
  if (start.kind === 'date') {
    const days = Math.ceil((length.days * dayMs + length.ms) / dayMs)
    return {nominal: Math.max(days, 1) * dayMs, exact: 0}
  }
  if (length.days * dayMs + length.ms >= 0) return {nominal: length.days * dayMs, exact: length.ms}
  report('ends-before-start', 'DURATION is negative. The event is shown as an instant.', duration)
  return none
}

function lengthUntil(start: Moment, end: Moment, line: ContentLine, report: Report): Length {
  if (start.kind === 'date') {
    const days = Math.floor(end.wall / dayMs) - start.wall / dayMs
    if (days < 0)
      report('ends-before-start', 'DTEND is before DTSTART. The event is shown as one day.', line)
    return {nominal: Math.max(days, 1) * dayMs, exact: 0}
  }
  // A date, or a time without a zone, that ends a timed event is meant in the event's own zone.
  const sameZone = end.kind !== 'timed' && start.kind === 'timed'
  const last = sameZone ? {...start, wall: end.wall} : end
  const exact = epochOf(last) - epochOf(start)
  if (exact >= 0)
    return isSameZone(start, last)
      ? {nominal: last.wall - start.wall, exact: 0}
      : {nominal: 0, exact}
  report(
    'ends-before-start',
    'DTEND is before DTSTART. The event is shown as an instant at its start.',
    line,
  )
  return {nominal: 0, exact: 0}
}

/**
 * Whether the end is a local time of the start's own zone. It then stays that local time in every
 * occurrence: a day from 09:00 to 09:00 is one also where clocks change. (Section 3.8.5.3 speaks of
 * "the same exact duration"; calendars in use keep the local end, and so does whoever wrote it.)
 */
function isSameZone(start: Moment, end: Moment): boolean {
  if (start.kind !== 'timed' || end.kind !== 'timed') return start.kind === end.kind
  return start.zone === end.zone && end.wall >= start.wall
}

function readRule(line: ContentLine, start: Moment, report: Report): Rule[] {
  const parsed = parseRule(line.value)
  if (!parsed.ok) {
    report(
      'bad-recurrence',
      `RRULE "${clip(line.value)}" cannot be used: ${parsed.reason} (RFC 5545 section 3.3.10). Only the event's first date is shown.`,
      line,
    )
    return []
  }
  for (const doubt of doubts(parsed.rule, start)) report('bad-recurrence', `${doubt}.`, line)
  if (parsed.ignored.length > 0) {
    report(
      'bad-recurrence',
      `RRULE has parts that are not known and were read past: ${parsed.ignored.join(', ').slice(0, 200)}.`,
      line,
    )
  }
  return [parsed.rule]
}

/** Lines that change with every export of the same event. */
const volatile = /^(?:DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE)[:;].*$/gim

/** The same for the same content, so that a feed without UIDs keeps its identity between fetches. */
function contentUid(component: string): string {
  const content = unfold(component)
    .replaceAll(volatile, '')
    .replaceAll(/[\r\n]+/g, '\n')
  return `content-${createHash('sha256').update(content).digest('hex').slice(0, 24)}`
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
