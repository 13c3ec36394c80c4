import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import {parseContentLine} from '../text/contentLine.ts'
import {epochOf, readMoment} from '../occurrences/moment.ts'
import {ruleWarnings} from '../recurrence/ruleWarnings.ts'
import {parseRule} from '../recurrence/rule.ts'
import {unescapeText} from '../text/unescapeText.ts'
import {unfold} from '../text/unfold.ts'
import {dayMs, parseDuration} from '../text/values.ts'
import type {ContentLine} from '../text/contentLine.ts'
import type {Length, Moment, ZoneLookup} from '../occurrences/moment.ts'
import type {ProblemList} from '../problemList.ts'
import type {Rule} from '../recurrence/rule.ts'
import type {Component, ScannedEvent} from '../text/scan.ts'
import type {Occurrence} from '../types.ts'

/** The times and identity of a VEVENT: everything needed to find its occurrences in a window. */
export interface EventTiming {
  component: Component
  uid: string
  /** The text has no UID; `uid` is derived from the content. */
  anonymous: boolean
  start: Moment
  length: Length
  rules: Rule[]
  /** Not decoded yet, because there can be 100,000 of them. */
  rdates: ContentLine[]
  exdates: ContentLine[]
  zones: ZoneLookup
  recurrenceId: Moment | undefined
  thisAndFuture: boolean
  sequence: number
  /** Whether its VCALENDAR has METHOD:CANCEL (RFC 5546 section 3.2.5). STATUS is often missing then. */
  cancelled: boolean
  /** DTSTAMP as written. It decides between revisions with the same SEQUENCE. */
  stamp: string
  /** The recurring event that it changes, if the text has it. */
  main: EventTiming | undefined
  /** The fields that its occurrences share. Decoded when a result first contains one. */
  template: Occurrence | undefined
  /** Its URL, if that cannot become a link. Known once its text is decoded. */
  unsafeUrl?: string
}

/**
 * Reads the times of an event.
 *
 * @returns undefined when the event has no usable start; the problem is reported.
 */
export function readTiming(
  text: string,
  event: ScannedEvent,
  {zones, cancelled}: {zones: ZoneLookup; cancelled: boolean},
  problems: ProblemList,
): EventTiming | undefined {
  const lines = collectLines(text, event)
  const written = unescapeText(lines.uid?.value ?? '')
  const anonymous = written.trim() === ''
  const uid = anonymous ? contentUid(text.slice(event.from, event.to)) : written
  const report: Report = (code, message, line) =>
    problems.add({code, message, line: line?.line ?? event.line, uid})
  const start = readStart(lines.starts, zones, report)
  if (!start) return undefined
  if (lines.exrule) {
    report(
      'bad-recurrence',
      'EXRULE is not applied, because RFC 5545 removed it (appendix A.3). List the dates in EXDATE.',
      lines.exrule,
    )
  }
  return {
    component: {from: event.from, to: event.to, line: event.line},
    uid,
    anonymous,
    start,
    length: readLength(start, lines, zones, report),
    rules: lines.rules.flatMap((line) => readRule(line, start, report)),
    rdates: lines.rdates,
    exdates: lines.exdates,
    zones,
    recurrenceId: readRecurrenceId(lines.recurrenceId, zones, report),
    thisAndFuture: lines.recurrenceId?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    sequence: Number.parseInt(lines.sequence?.value ?? '0', 10) || 0,
    cancelled,
    stamp: lines.stamp?.value ?? '',
    main: undefined,
    template: undefined,
  }
}

/** The lines of an event about time, by property. */
interface TimeLines {
  uid?: ContentLine
  starts: ContentLine[]
  end?: ContentLine
  duration?: ContentLine
  rules: ContentLine[]
  exrule?: ContentLine
  rdates: ContentLine[]
  exdates: ContentLine[]
  recurrenceId?: ContentLine
  sequence?: ContentLine
  stamp?: ContentLine
}

/** Collects the lines about time. If a property that is allowed once is repeated, the first line is used. */
function collectLines(text: string, {refs}: ScannedEvent): TimeLines {
  const lines: TimeLines = {starts: [], rules: [], rdates: [], exdates: []}
  for (let at = 0; at < refs.length; at += 3) {
    const line = parseContentLine(unfold(text.slice(refs[at], refs[at + 1])), refs[at + 2] ?? 0)
    switch (line?.name) {
      case 'UID':
        lines.uid ??= line
        break
      case 'DTSTART':
        lines.starts.push(line)
        break
      case 'DTEND':
        lines.end ??= line
        break
      case 'DURATION':
        lines.duration ??= line
        break
      case 'EXRULE':
        lines.exrule ??= line
        break
      case 'RRULE':
        lines.rules.push(line)
        break
      case 'RDATE':
        lines.rdates.push(line)
        break
      case 'EXDATE':
        lines.exdates.push(line)
        break
      case 'RECURRENCE-ID':
        lines.recurrenceId ??= line
        break
      case 'SEQUENCE':
        lines.sequence ??= line
        break
      case 'DTSTAMP':
        lines.stamp ??= line
        break
    }
  }
  return lines
}

/** Ten years. No meeting lasts that long. */
const suspiciousLength = 3653 * dayMs

type Report = (
  code: 'bad-component' | 'bad-date' | 'bad-duration' | 'bad-recurrence' | 'ends-before-start',
  message: string,
  line?: ContentLine,
) => void

function readStart(
  [line, second]: readonly ContentLine[],
  zones: ZoneLookup,
  report: Report,
): Moment | undefined {
  if (!line) {
    report(
      'bad-component',
      'The event has no DTSTART, so its time is unknown; the event is left out. Add a DTSTART.',
    )
    return undefined
  }
  if (second) {
    report('bad-component', 'The event has more than one DTSTART; only the first is used.', second)
  }
  const start = readMoment(line, zones)
  if (!start) {
    report('bad-date', `DTSTART "${clip(line.value)}" is not a date; event left out.`, line)
  }
  return start
}

function readRecurrenceId(
  line: ContentLine | undefined,
  zones: ZoneLookup,
  report: Report,
): Moment | undefined {
  const moment = line && readMoment(line, zones)
  if (line && !moment) {
    report(
      'bad-date',
      `RECURRENCE-ID "${clip(line.value)}" is not a date; shown as a separate event.`,
      line,
    )
  }
  return moment
}

/** Reads the length of an event. Invalid values are reported, and read as docs/calendars.md describes. */
function readLength(
  start: Moment,
  {end, duration}: TimeLines,
  zones: ZoneLookup,
  report: Report,
): Length {
  const none = {nominal: start.kind === 'date' ? dayMs : 0, exact: 0}
  const length =
    (end && lengthToEnd(start, end, zones, report)) ??
    (duration && !end ? lengthOf(start, duration, report) : undefined) ??
    none
  if (length.nominal + length.exact > suspiciousLength) {
    const years = Math.round((length.nominal + length.exact) / (365.25 * dayMs))
    report(
      'bad-duration',
      `The event lasts ${years} years. The calendar shows it for all of them. Check DTEND or DURATION for a typing error.`,
      end ?? duration,
    )
  }
  return length
}

function lengthOf(start: Moment, line: ContentLine, report: Report): Length | undefined {
  const duration = parseDuration(line.value)
  if (!duration) {
    report(
      'bad-duration',
      `DURATION "${clip(line.value)}" is not a duration (RFC 5545 section 3.3.6); event shown without an end.`,
      line,
    )
    return undefined
  }
  const nominal = duration.days * dayMs
  if (start.kind === 'date') {
    return {nominal: Math.max(dayMs, Math.ceil((nominal + duration.ms) / dayMs) * dayMs), exact: 0}
  }
  if (nominal + duration.ms >= 0) return {nominal, exact: duration.ms}
  report('ends-before-start', 'DURATION is negative; event shown without a length.', line)
  return undefined
}

function lengthToEnd(
  start: Moment,
  line: ContentLine,
  zones: ZoneLookup,
  report: Report,
): Length | undefined {
  const end = readMoment(line, zones)
  if (end) return lengthUntil(start, end, line, report)
  report('bad-date', `DTEND "${clip(line.value)}" is not a date; event shown without an end.`, line)
  return undefined
}

function lengthUntil(start: Moment, end: Moment, line: ContentLine, report: Report): Length {
  if (start.kind === 'date') {
    const days = Math.floor(end.wall / dayMs) - start.wall / dayMs
    if (days < 0)
      report('ends-before-start', 'DTEND is before DTSTART; event shown as one day.', line)
    return {nominal: Math.max(days, 1) * dayMs, exact: 0}
  }
  // For a timed event, an end written as a date or without a zone is in the event's own zone.
  const sameZone = end.kind !== 'timed' && start.kind === 'timed'
  const last = sameZone ? {...start, wall: end.wall} : end
  const exact = epochOf(last) - epochOf(start)
  if (exact >= 0)
    return isSameZone(start, last)
      ? {nominal: last.wall - start.wall, exact: 0}
      : {nominal: 0, exact}
  report('ends-before-start', 'DTEND is before DTSTART; event shown without a length.', line)
  return {nominal: 0, exact: 0}
}

/**
 * Returns whether the end is a local time in the zone of the start.
 *
 * The end then keeps that local time in every occurrence: a day from 09:00 to 09:00 stays one when the
 * clocks change. Section 3.8.5.3 says "the same exact duration", but calendars in use keep the local
 * end, and that is what authors mean.
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
      `RRULE "${clip(line.value)}" is invalid: ${parsed.reason} (RFC 5545 section 3.3.10). Only the first date of the event is shown.`,
      line,
    )
    return []
  }
  for (const warning of ruleWarnings(parsed.rule, start))
    report('bad-recurrence', `${warning}.`, line)
  if (parsed.ignored.length > 0) {
    report(
      'bad-recurrence',
      `RRULE has unknown parts; ignored: ${parsed.ignored.join(', ').slice(0, 200)}.`,
      line,
    )
  }
  return [parsed.rule]
}

/** Lines that differ between exports of the same event. */
const volatile = /^(?:DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE)[:;].*$/gim

/**
 * Derives a UID from an event's content, so that an event without one keeps its identity between
 * fetches. Sessions name such UIDs, so they stay the same in every version and on every platform.
 */
function contentUid(component: string): string {
  const content = unfold(component)
    .replaceAll(volatile, '')
    .replaceAll(/[\r\n]+/g, '\n')
  return `content-${bytesToHex(sha256(utf8ToBytes(content))).slice(0, 24)}`
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
