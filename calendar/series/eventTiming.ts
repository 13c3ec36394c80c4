import {createHash} from 'node:crypto'
import {parseContentLine} from '../text/contentLine.ts'
import {epochOf, readMoment} from '../occurrences/moment.ts'
import {doubts} from '../recurrence/doubts.ts'
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

/** When an event is, and which it is: all of a VEVENT that has to be known to ask for a window. */
export interface EventTiming {
  component: Component
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
  recurrenceId: Moment | undefined
  thisAndFuture: boolean
  sequence: number
  /** DTSTAMP as written; decides between revisions of the same SEQUENCE. */
  stamp: string
  /** What its occurrences have in common; decoded when an answer first has one. */
  sample: Occurrence | undefined
}

/** Reads an event's frame. @returns undefined when it has no usable start; the problem is reported. */
export function readTiming(
  text: string,
  event: ScannedEvent,
  zones: ZoneLookup,
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
      'EXRULE is not applied: RFC 5545 has taken it out (appendix A.3). List the dates in EXDATE.',
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
    stamp: lines.stamp?.value ?? '',
    sample: undefined,
  }
}

/** An event's lines about time, by property. */
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

/** Of what may come once only, the first counts. */
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

/** Ten years: no meeting lasts as long. */
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

function readRecurrenceId(
  line: ContentLine | undefined,
  zones: ZoneLookup,
  report: Report,
): Moment | undefined {
  const moment = line && readMoment(line, zones)
  if (line && !moment) {
    report(
      'bad-date',
      `RECURRENCE-ID "${clip(line.value)}" is no date. The event is shown as one of its own.`,
      line,
    )
  }
  return moment
}

/** How long the event lasts; what is wrong with it is reported, and read as policy says. */
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
      `The event lasts ${years} years, most likely by a slip in DTEND or DURATION. It is shown as written.`,
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
      `DURATION "${clip(line.value)}" is no duration (RFC 5545 section 3.3.6). The event is shown without an end.`,
      line,
    )
    return undefined
  }
  const nominal = duration.days * dayMs
  if (start.kind === 'date') {
    return {nominal: Math.max(dayMs, Math.ceil((nominal + duration.ms) / dayMs) * dayMs), exact: 0}
  }
  if (nominal + duration.ms >= 0) return {nominal, exact: duration.ms}
  report('ends-before-start', 'DURATION is negative. The event is shown as an instant.', line)
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
  report(
    'bad-date',
    `DTEND "${clip(line.value)}" is no date. The event is shown without an end.`,
    line,
  )
  return undefined
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
